"""The grammar's words: people, places, sources, topics and amounts, by the name of their slot.

Knows nothing of labels or sentences. Capitals stand as in a printed sentence.
"""

import re


def entries(text: str) -> tuple[str, ...]:
    """Split a list written with semicolons or, where it has none, one entry a line, the rest of long ones indented."""
    joined = re.sub(r"\s+", " ", text) if ";" in text else re.sub(r"\n {12,}", " ", text)
    return tuple(entry.strip() for entry in re.split(r"[;\n]", joined) if entry.strip())


def plural(noun: str) -> str:
    """Return the plural of a regular noun."""
    if re.search(r"(s|x|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def singular_verb(phrase: str) -> str:
    """Return a plural verb phrase ("are sure", "deserve better") for a singular subject."""
    first, _, rest = phrase.partition(" ")
    irregular = {"are": "is", "have": "has", "do": "does", "don't": "doesn't", "aren't": "isn't", "haven't": "hasn't"}
    modal = {"can", "can't", "could", "would", "will", "won't", "must", "should", "ought"}
    if first in {"honestly", "genuinely", "firmly", "still", "really", "always", "never", "secretly", "just", "truly"}:
        return f"{first} {singular_verb(rest)}"
    changed = first if first in modal else irregular.get(first) or plural(first)
    return f"{changed} {rest}".strip()


def first_person_verb(phrase: str) -> str:
    """Return a plural verb phrase for the subject "I"."""
    return re.sub(r"^((?:still|really|just) )?are\b", r"\1am", phrase).replace("aren't", "am not")


_WORDS = {
    # People whom a speaker knows, and people who tell things.
    "relation": """
        barber; dentist; neighbour; neighbor; cousin; auntie; uncle; mum; mom; dad; gran; grandad; stepdad;
        brother-in-law; sister; brother; landlord; flatmate; roommate; physio; hairdresser; mechanic; old coach; boss;
        driving instructor; chemistry teacher; history professor; best mate; best friend; girlfriend; boyfriend; wife;
        husband; other half; yoga teacher; postman; babysitter; tutor; mother-in-law; nephew; godmother; doctor; vet;
        personal trainer; supervisor; accountant; plumber; ex; lab partner; next-door neighbour; niece; grandma""",
    "kin": """
        cousin; auntie; uncle; mum; mom; dad; sister; brother; brother-in-law; best friend; girlfriend; wife; husband;
        niece; neighbour; flatmate""",
    "stranger": """
        a bloke at the gym; a guy on my bus; some lady at the checkout; a nurse; a taxi driver; an uber driver; a guy
        I used to work with; a woman in my book club; a lad at work; this girl in my class; a retired pilot; someone
        in the group chat; a mum at the school gate; somebody in my building; a mate of my brother's; an old school
        friend; a friend of a friend; some kid on the train; a man in the queue; one of the dads at football; a girl
        from my course; the woman at the pharmacy; a waiter in {city}; a guy from {country}; a former employee; the
        guy who fixed our boiler; a teacher at my school; someone who works there; a tour guide; a coworker; a cabin
        crew member; the bartender; my {relation}; his {relation}; her {relation}; a sales rep; some uncle at a
        wedding""",
    "group": """
        my flatmates; my mates; my cousins; my in-laws; the lads at work; the girls on my team; my neighbours; my
        neighbors; my parents; my grandparents; my housemates; people round here; folks in my town; my kids; my
        aunts; the guys at my gym; all my coworkers; my roommates; most people I know; the women in my family; my
        followers; a lot of my mates; our regulars; my classmates; my teammates; some of my relatives; the older
        people on my street; me and my sister; me and my flatmate; plenty of fans; the other parents; {collective};
        {collective}; {collective}; {collective}""",
    "collective": """
        the altos; the under tens; half the staff room; the regulars at the pub; our choir members; the parents'
        committee; the back row; the night shift; my carpool buddies; the jurors; the allotment crowd; the older
        nurses; the lads in goal; both my grandmothers; the whole bench; a few of the tenors; the dinner ladies; the
        season ticket holders; the neighbours' kids; our scouts; the union reps; the knitting circle; the mums at the
        gate; several of the jurors; the morning swimmers; the porters; the bell ringers; the rowers""",
    "household": """
        everyone in our house; everybody at my gym; my whole family; my entire office; everyone on my street;
        everyone I work with; our whole team; my generation; everybody in the changing room; the entire night shift;
        our book club; the front desk; half my class; the congregation; my carpool; my friend group; he; she; my
        {relation}; her {relation}; his {relation}; my {relation}; my {relation}""",
    "owner": """
        my; my; my; my; our; our; her; his; their; my {relation}'s; my flatmates'; my parents'; the family's""",
    "name": """
        Amara; Theo; Priya; Callum; Ines; Mateo; Hanna; Dwayne; Freya; Yusuf; Marta; Owen; Leila; Tomasz; Grace;
        Kenji; Rosa; Patrick; Nadia; Elliot; Bridget; Samir; Chloe; Viktor; Joyce; Darren; Aoife; Luca""",
    "surname": """
        Okafor; Brennan; Lindqvist; Haddad; Pereira; Walsh; Novak; Castellano; Iyer; Thornbury; Mbeki; Fraser;
        Delgado; Kowalski; Ashworth; Nakamura; Olsen; Rahman; Whitlock; Moreau; Abara; Petrov; Sinclair; Vance""",
    # Places, dates, amounts.
    "country": """
        Norway; Portugal; Vietnam; Kenya; Canada; Scotland; Japan; Poland; Uruguay; New Zealand; Turkey; Ghana;
        Ireland; Finland; Mexico; South Korea; Morocco; Austria; Peru; Denmark; Thailand; Wales; Estonia; Malaysia;
        Spain; Italy; Sweden; Argentina; Switzerland; Greece""",
    "elsewhere": """
        Iceland; Chile; Croatia; Tunisia; Slovenia; Belize; Nepal; Cyprus; Oman; Laos; Malta; Bolivia; Senegal; Fiji""",
    "city": """
        Leeds; Bristol; Cleveland; Lyon; Osaka; Porto; Tampa; Glasgow; Denver; Rotterdam; Cork; Krakow; Adelaide;
        Boise; Cardiff; Memphis; Ghent; Lagos; Hamburg; Quito; Omaha; Sheffield; Tucson; Turin; Vilnius; Winnipeg;
        Bergen; Manila; Nairobi; Belfast; Baltimore; Lille""",
    "street": """
        Mill Lane; Station Road; Elm Street; the High Street; Harbor Avenue; Church Street; Route {12..95}; Fifth
        Avenue""",
    "day": "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday",
    "month": """
        January; February; March; April; May; June; July; August; September; October; November; December""",
    "year": "19{50..99}; 20{10..24}; 19{70..99}; 20{10..24}; 2000; 200{1..9}",
    "recent_year": "20{10..24}; 2009; 20{15..24}",
    "old_year": "1{6..8}{10..99}; 19{10..79}; 18{10..99}",
    "ago": """
        last week; last month; last year; in {month}; on {day}; in {year}; yesterday; this morning; {3..19} years ago;
        earlier this year; over the weekend; two weeks ago; in the spring; late on {day}; back in {year};
        last {month}""",
    "lately": """
        last week; this morning; yesterday; on {day}; earlier today; last month; in {month}; over the weekend; two
        weeks ago; late on {day}; early on {day}; this week; this month; the other day; on {day} night; earlier this
        year""",
    "soon": """
        next year; by {month}; from {month}; next week; by 20{27..45}; in {3..18} months; before the end of the year;
        next summer; within {5..20} years; starting on {day}""",
    "percent": """
        {2..95}%; {2..95} percent; {2..95} per cent; {1..9}.{1..9}%; nearly {10..95}%; about {10..90} percent; more
        than {10..80}%; a third; half; a quarter; almost a fifth""",
    "small_percent": "{1..9}%; {1..9}.{1..9} percent; {0..3}.{1..9}%; {1..9} percent; {1..6}.5 per cent",
    "money": """
        ${2..95} million; £{2..95} million; €{2..40} million; ${1..9}.{1..9} billion; £{2..90},000; ${2..90},000;
        ${1..9}00; £{1..9}50; {2..90} million dollars; {1..9} million pounds; about £{10..90}; more than ${2..90}
        million""",
    "big_money": """
        ${2..95} million; £{2..95} million; €{2..40} million; ${1..9}.{1..9} billion; {2..90} million dollars;
        {20..900}m euros; more than ${2..90} million; about £{2..90} million; {2..40} billion yen; nearly ${1..9}
        billion; £{100..900},000; €{1..9}.{1..9}bn""",
    "fortune": """
        {2..40} million dollars; £{1..20} million; ${1..9}.5 million; £{200..900},000; €{2..30} million; {2..9}00,000
        dollars""",
    "salary": """
        £{22..60},000; ${25..95},000; {20..70},000 euros; about £{30..90},000; less than ${20..30},000; only
        {9..15},000 pounds""",
    "rate": """
        {2..95}%; {2..95} percent; {2..95} per cent; about {10..90} percent; nearly {10..95}%; up to {20..80}%;
        {2..40} percent""",
    "some": """
        {2..19}; {20..95}; at least {3..40}; dozens of; about {20..90}; two; three; seven; more than {20..90};
        hundreds of; nearly {30..90}; {100..300}; a dozen; several; four""",
    "price": """
        ${2..90}; £{2..90}; {2..90} dollars; {5..90} quid; {20..90} euros; {5..95} cents; about £{2..40}""",
    "count": """
        {2..19}; {20..95}; {2..9}00; {1..9},{1..9}50; more than {2..9}00; at least {3..40}; nearly {2..9},000; about
        {20..90}; dozens of; hundreds of; thousands of; around {2..9}0,000; two; three; seven; over {2..9} million""",
    "few": "two; three; four; five; six; seven; eight; nine; ten; {11..30}; twelve",
    "distance": "{2..90} miles; {2..900} kilometers; {3..90} metres; {20..900} feet; {2..90} km",
    # Where things are learned.
    "print": """
        a Sunday paper; a magazine at the dentist's; an old encyclopedia; a newsletter; the local paper; a library
        book; the small print; a trade journal; a leaflet at the clinic; a Facebook group; our group chat; a travel
        guide; a medical journal; some blog post; the comments; a long thread; my textbook; a free newspaper; a
        company report; the financial pages; a tabloid; a fact book for kids; an in-flight magazine; the parish
        newsletter""",
    "web": """
        a forum for gardeners; Reddit; some blog; a wiki page; the company's own site; a gossip page; Twitter; my
        feed; a fan page; a news app; LinkedIn; a parenting forum; a property website; a message board; a science
        page; somebody's Instagram; a review site; a mailing list; Facebook; this random website; a health blog""",
    "screen": """
        a podcast clip; YouTube; the evening news; breakfast television; a documentary; somebody's story; my for you
        page; a live stream; a quiz show; the ten o'clock news; a screen at the station; a billboard; another video on
        here; the local news; a late-night talk show; a poster at work; a nature programme; Netflix""",
    "audio": """
        a podcast; the car radio; a phone-in; the morning show; an audiobook; a true crime podcast; talk radio; a
        voice note; a science podcast; the sports bulletin; a work call; the bus this morning; the grapevine""",
    "source": """
        my {relation}; {stranger}; a plaque by the river; the label; the manufacturer; three separate websites;
        {institution}; {institution}; leaked documents; a former minister; the tour guide; {print}; {web}; a new
        study; a survey of {2..9},000 people; people familiar with the matter; local media; court papers; the latest
        figures; {expert_group}; a report out {day}; an anonymous source; eyewitnesses; my textbook; an old
        documentary; the internet; a leaked memo; the company's website; a guy with {2..9}00,000 followers; several
        residents; official records""",
    "expert_group": """
        scientists; researchers at a university in {city}; doctors; experts; economists; archaeologists; marine
        biologists; statisticians; astronomers; historians; engineers; nutritionists; psychologists; climate
        scientists; officials; investigators; analysts; insiders; industry sources; geologists; a team of
        {nationality} researchers; vets; dermatologists; sleep researchers; local reporters; prosecutors; campaigners;
        linguists""",
    "document": """
        a new study; a study from {city}; one paper; a survey of {2..9},000 people; the latest research; a leaked
        memo; a report by {institution}; an internal email; new data; a report seen by reporters; an audit; one
        article I read; a documentary I watched; a viral post; the census; a court filing; a {nationality} newspaper;
        a government website; an old manuscript; a headline I saw; a peer-reviewed paper; a poll; the official report;
        a thread I found""",
    "nationality": """
        Norwegian; Dutch; Brazilian; Canadian; Korean; Polish; Irish; Japanese; Italian; American; British; Turkish;
        Swedish; Kenyan; Australian; Spanish; German; French; Mexican; Indian""",
    # Bodies and officials of the news.
    "institution": """
        the ministry; the health ministry; the finance ministry; the central bank; the police; the city council; the
        company; the airline; the foreign ministry; the regulator; the court; the fire service; the health agency; the
        union; the university; the statistics office; the transport authority; the electoral commission; the hospital;
        the weather service; {powers}; {powers}; {powers}; the United Nations; the coast guard; the school board; the
        tax office; the governor's office; the parliament; the European Commission; the defence ministry; the charity;
        the football association; the port authority""",
    "official": """
        a spokesperson; a spokesman for {institution}; a spokeswoman; the mayor; the minister; the governor; the chief
        executive; a senior official; the prime minister; the president; the head of {institution}; a lawyer for the
        family; the finance minister; police chief {name} {surname}; Professor {surname}; Dr {surname}; {name}
        {surname}; a witness; the lead author; the coach; the union leader; senator {surname}; a judge; the company's
        lawyer; a resident; {surname}; {surname}, {28..79},; opposition leader {surname}; an
        adviser to the president""",
    "firm": """
        the company; the airline; the retailer; the carmaker; the bank; the chipmaker; the brewery; the software firm;
        the supermarket chain; the energy group; the drugmaker; the publisher; the shipping line; the startup""",
    "powers": """
        the government; the council; the minister; the prime minister; the president; the opposition; the party; the
        ruling party; the governor; Congress; parliament; the administration; the board; the committee; the mayor""",
    # Topics.
    "animal": """
        otter; badger; octopus; crow; goat; camel; hedgehog; raccoon; pigeon; dolphin; parrot; gecko; beaver; seal;
        ferret; lobster; llama; magpie; walrus; pelican; hamster; cheetah; donkey; starling; tortoise; bat; raven;
        moth; newt; falcon; alpaca; wombat; hyena; stork; swan; weasel; squid; toad; lynx; robin""",
    "food": """
        rye bread; cheddar; peanut butter; turmeric; tinned tuna; dark chocolate; tofu; seaweed; maple syrup; black
        pepper; sourdough; olive oil; soy sauce; frozen spinach; canned soup; goat's cheese; basmati rice; margarine;
        brown sugar; cottage cheese; wild salmon; hot sauce; almond flour; pickled ginger; mustard; ketchup; ice
        cream; marmalade; porridge; beetroot; halloumi; kimchi; white rice; honeycomb; liquorice""",
    "nutrient": """
        iron; calcium; protein; fibre; fiber; zinc; magnesium; potassium; vitamin B12; vitamin K; iodine; salt; sugar;
        lead""",
    "ailment": """
        migraines; back pain; insomnia; acne; heart disease; tooth decay; hay fever; kidney stones; memory loss;
        anxiety; eczema; type 2 diabetes; high blood pressure; hair loss; joint pain; heartburn; depression; the flu;
        asthma; muscle cramps; bad breath; motion sickness""",
    "habit": """
        drinking {drink} before bed; eating {food} every day; skipping breakfast; sleeping on your left side; walking
        barefoot; chewing gum; staring at a screen at night; taking cold showers; running on concrete; fasting for
        {12..20} hours; holding in a sneeze; napping after lunch; living near a motorway; sleeping with the window
        open; working night shifts; lifting weights twice a week; singing in a choir; brushing right after a meal;
        sitting for more than {4..10} hours a day; owning a dog; learning a second language; using a weighted blanket;
        reading for {15..40} minutes a day; rinsing with salt water; sharing a bed with a pet; charging your phone
        overnight; cutting out {food}; walking {5..12},000 steps a day; gardening""",
    "drink": """
        oat milk; green tea; tart cherry juice; tomato juice; kombucha; goat's milk; coconut water; cider; tonic
        water; instant coffee; bottled water; matcha; ginger beer; decaf coffee; lemonade; chamomile tea""",
    "gadget": """
        smart speaker; fitness watch; baby monitor; robot vacuum; video doorbell; electric toothbrush; games console;
        smart fridge; e-reader; hearing aid; car key; dashcam; heat pump; air fryer; laptop camera; smart meter;
        scooter""",
    "app": """
        dating app; weather app; period tracker; banking app; food delivery app; language app; fitness app; photo
        editor; messaging app; parking app; torch app; shopping app; navigation app""",
    "invention": """
        stapler; zip fastener; paper cup; umbrella; wheelbarrow; tin opener; typewriter; traffic cone; fountain pen;
        lawnmower; safety pin; shopping trolley; paper clip; bar code; teabag; dishwasher; sewing machine; parking
        meter; clothes peg; ball bearing; thermos; piano; lipstick; pocket calculator; seat belt; roller skate; hot
        air balloon; vending machine""",
    "job": """
        nurse; welder; bus driver; primary school teacher; train driver; electrician; pastry chef; lorry driver;
        paramedic; game designer; dental hygienist; farm worker; junior doctor; air traffic controller; cleaner;
        street musician; call centre worker; funeral director; translator; firefighter""",
    "sport": """
        handball; cricket; curling; netball; darts; water polo; rowing; snooker; badminton; figure skating; rugby;
        archery; volleyball; table tennis; baseball; ice hockey; speed skating; sumo""",
    "place": """
        warehouse; primary school; shopping centre; shopping mall; railway station; nursing home; chemical plant; car
        park; hotel; apartment block; swimming pool; night club; library; bakery; hospital; stadium; ferry terminal;
        petrol station; museum; recycling plant; brewery; church hall""",
    "star": """
        the singer; the drummer of that band; the lead actor; the host of that baking show; the goalkeeper; the
        influencer; the comedian; the director; the TV chef; the world champion; the reality star; the streamer;
        the radio presenter; the guitarist; the youngest judge; the retired striker; the actress; the voice actor from
        that cartoon""",
    "planet": "Mercury; Venus; Mars; Jupiter; Saturn; Uranus; Neptune; Titan; Europa",
    "chemical": """
        lithium; mercury; helium; titanium; copper; nickel; cobalt; microplastic; asbestos; chlorine; uranium; salt""",
    "object": """
        coin collection; painting; violin; wedding dress; postcard; stamp; comic book; sword; guitar; vase; necklace;
        love letter; football shirt; trading card; wristwatch; map; suitcase full of cash; telescope""",
    "issue": """
        housing; the water supply; road safety; fuel prices; the hospital's future; migration; the budget; flood
        defences; school meals; the pension age; the trade deal; fishing quotas; air pollution; the new stadium; rent
        control; the strike; the peace plan; artificial intelligence; energy bills; the border; farm subsidies; the
        minimum wage; the vaccine programme; bus fares; childcare; data protection; plastic waste; the police budget;
        student debt; social care""",
    "plan": """
        plan; proposal; reform; budget; scheme; strategy; tax cut; bill; decision; policy; tax; white paper; rescue
        package; housing plan; energy plan; trade deal; response to the floods; austerity programme; pension reform;
        immigration policy; ten-point plan; curfew; ban; climate pledge""",
    "official_plain": """
        the minister; the mayor; the prime minister; the governor; the president; the chief executive; the finance
        minister; the coach; {surname}""",
    "habit_plain": """
        eating {food}; skipping breakfast; drinking {drink}; working night shifts; napping after lunch; eating after
        {6..9} pm""",
    # What both labels may open, fill or end with.
    "greeting": """
        hey everyone; hi guys; hello hello; hey guys welcome back; welcome back to my channel; good morning; hey it's
        me again; what's up everybody; hiya; morning all; happy {day}; hi, {name} here; welcome to day {2..90}; hey
        TikTok; part {2..9}; hello from {city}""",
    "filler": """
        so; okay so; um; well; right; right, so; so yeah; okay; anyway; like; basically; you know what; listen;
        alright; guys; look; um so; yeah; ok""",
    "neutral": """
        let me know in the comments
        part two is up {soon_plain}
        I filmed this on my lunch break
        sorry about the noise
        follow for more
        I'm in the car right now
        I'm just making {lunch|dinner|coffee|tea} while I talk
        this is my third video today
        somebody asked about this yesterday
        I've got five minutes before work
        my {animal} is asleep behind me
        it's {day} and I'm on the train
        hit that follow button
        the light in here keeps changing
        I'll put the rest in the next video
        ignore the mess in my room
        that's it for today
        see you tomorrow
        this came up at dinner
        replying to a comment here
        I'm walking home as I say this
        stay until the end
        we were talking about this at lunch
        here is the clip
        duet this""",
    "soon_plain": "tomorrow; tonight; on {day}; next week; later today",
    "inserted": "you know,; um,; like,; uh,; well,; I mean,; er,",
    "hashtag": """
        #fyp; #foryou; #foryoupage; #viral; #xyzbca; #trending; #tiktok; #storytime; #dayinmylife; #part2""",
    "emoji": "😂; 🤔; 👀; 😭; 🙃; 💀; 😳; 🤷; 🔥; 👇; 🫠; 😅",
}  # fmt: skip


def _vocabulary() -> dict[str, tuple[str, ...]]:
    words = {name: entries(text) for name, text in _WORDS.items()}
    words["animals"] = tuple(plural(animal) for animal in words["animal"])
    words["gadgets"] = tuple(plural(gadget) for gadget in words["gadget"])
    return words


VOCABULARY = _vocabulary()
