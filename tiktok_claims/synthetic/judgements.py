"""Templates of sentences that are opinions without a frame: verdicts, duties, tastes, outcries and commentary.

Knows nothing of who holds them. COMPLEMENT is where any statement stands, ASIDE where a frame may cut in.
"""

from tiktok_claims.synthetic.vocabulary import entries, singular_verb

_LISTS = {
    # What is good or bad, and what should be.
    "thing": """
        {drink}; {drink}; pineapple on pizza; cold brew; small talk; camping; open-plan living; working from home;
        public transport; fast fashion; modern art; this new album; that show; the last season; the sequel; the
        remake; homework; the offside rule; the council's parking scheme; the new bus lane; the new budget; the sugar
        tax; gluten-free bread; cheap wine; true crime; stand-up comedy; winter; the night bus; jazz; country music;
        {food}; {food}; {sport}; {sport}; {city}; {city}; living in {city}; tipping culture; the {plan}; the
        government's {plan}; this {app}; my {gadget}; this {gadget}; the train to {city}; the {place} in {city};
        daylight saving time; autumn; {firm}; the voting system; the {invention}; school uniform; air conditioning;
        the royal wedding; hiking; karaoke; brunch; the gym; this phone; online dating; {star}; that interview; the
        weather in {country}; {nationality} food; {nationality} television; the service in {city}; the hospital food;
        a holiday in {country}""",
    "things": """
        reboots; airport lounges; group projects; e-scooters; podcasts; {gadgets}; {gadgets}; {animals}; {animals};
        wedding speeches; dating apps; landlords; influencers; cyclists; horror films; subtitles; baby showers; leaf
        blowers; tiny houses; loyalty cards; paper straws; football pundits; roundabouts; musicals; {job}s;
        self-checkouts; vertical videos; scented candles; cruise ships; electric cars; bank holidays; open offices;
        love songs; {nationality} films; {nationality} trains; the referees in this league; the seats on this plane;
        people who clap when the plane lands; long engagements; guinea pigs; tattoos; gel nails; skinny jeans; crocs;
        audiobooks; car alarms; early mornings; exams; school trips; politicians""",
    "quality": """
        {massively |totally |criminally |a bit |so ||}{overrated|underrated|underappreciated|overpriced|overhyped}
        {so |just |really |simply |pretty |beyond |absolutely
            ||}{beautiful|boring|disgusting|brilliant|awful|gorgeous|depressing|ridiculous|pointless|delicious|annoying}
        {so |really |way too |a bit |extremely
            ||}{comforting|tacky|expensive|clever|lazy|charming|cringe|elegant|soulless|wholesome|exhausting|cruel|silly|ugly|cute|fun}
        a {complete|total|massive|colossal|shameful} waste of {money|time|space|everyone's energy|public money|a
            Sunday}
        {not |so not |hardly |barely |totally |absolutely ||}worth {the hype|the money|the wait|it|the fuss}
        {pure genius|a total joke|trash|fire|elite|top tier|mid|peak comfort|iconic|the absolute worst|the
            best|goated|a red flag|a vibe}
        {a national treasure|an insult to common sense|a disgrace|a scandal|a gift to humanity|long
            overdue|unforgivable|a work of art|an embarrassment|a blessing}
        {better|worse|more fun|more honest|far superior|kinder|more annoying|less impressive} than {thing}
        {my favourite|my favorite|the best|the worst|the nicest|the saddest|the funniest} thing about
            {winter|{city}|growing up|this country|the weekend|modern life}
        the {best|worst|greatest|dumbest|most beautiful|most irritating|finest|ugliest|laziest} thing {ever
            made|I've ever seen|in the world|to come out of {country}|we have}
        {good|bad|terrible|healthy|not good|lovely} for {the soul|society|our kids|nobody|everyone|the planet}
        {everything|exactly what this country needs|nothing special|all style and no substance|too much|the
            dream|not for me|what life is about}
        {perfect|wonderful|terrible|lovely|horrible|decent|fine|mediocre|magical|unbearable|fantastic|incredible|amazing}
            {in every way|as it is|from start to finish|after a long day}""",
    "quality_bare": """
        beautiful; boring; disgusting; brilliant; awful; overrated; underrated; depressing; ridiculous; pointless;
        delicious; annoying; good; bad; cringe; comforting; expensive; lovely; sad; funny; unfair; perfect; gorgeous;
        terrible""",
    "verdict": """
        are {quality}
        are {quality}
        are {quality}
        are {quality}
        {deserve better|deserve more respect|deserve an award|need to go|ruin everything|get far too much hate|never
            get old|never disappoint|are always a letdown}
        {bring out the worst in people|bring out the best in people|make no sense at all|make life worth living|make
            the world a better place|make me cringe}
        {leave me cold|make my skin crawl|make me happy|drive me up the wall|bore me to tears|fill me with joy|give
            me the creeps|calm me down}
        {should be illegal|should be free for everyone|should be banned|should be taught in schools|ought to be
            celebrated|must never change|have to stop}
        {beat {thing} any day|get boring fast|grow on you|don't get enough credit|are getting worse|have no business
            being this good}
        {are better than {thing}|are nowhere near as good as {thing}|have lost their charm|have no soul|have my
            whole heart|win every time}""",
    "judgement": """
        {price} for {thing} is {far too much|daylight robbery|a bargain|an insult|fair enough|worth every penny}
        an hour of {thing} is {too much|not enough|more than anyone can stand|my idea of heaven}
        {thing} has been {getting worse|going downhill|a joke|overrated|at its best} since {recent_year}
        {deictic} {quality}
        {deictic} {quality}
        {deictic} {quality}
        {thing} {verdict_singular}
        {thing} {verdict_singular}
        {things} {verdict}
        {things} {verdict}
        {habit} is {quality}
        {duty}
        {there is|there's} nothing {better|worse|nicer|sadder|more annoying|more relaxing|more romantic} than
            {thing}
        {nobody|no one|no sane person} {really likes|needs|should have to put up with|can defend} {thing}
        {powers} {is|has become} {a joke|a disgrace|out of touch|the best we've had in years|hopeless|clueless|worth
            supporting}
        {powers} {doesn't care about|deserves credit for its work on|has no clue about|has failed us on|has made a
            mess of} {issue}
        {thing} and {thing} {are a match made in heaven|belong together|should never be mixed|are equally bad}
        there are too many {gadgets|{animals}|influencers|rules|adverts|reality shows} {in {city}|these days|in this
            world}
        {animals} are {cuter|cleverer|nicer|more loyal|scarier|better company} than {animals}
        life is {better|too short|sweeter|harder} {without|with|because of} {things}
        {country} {has the best food|has the worst weather|is the most beautiful country|is a lovely place to grow
            old|is no place to raise kids}""",
    "deictic": """
        this is; that is; this was; that was; it's; it was; this is hands down; that's literally; this {watched} is;
        this {watched} was; the {watched} is; the {watched} was; this whole {watched} is; his {watched} is; her
        {watched} was; that {watched} was; that's; everything about this {watched} is""",
    "watched": """
        movie; film; song; book; trailer; place; outfit; recipe; episode; speech; haircut; goal; trend; lipstick;
        concert; hotel; video; joke; interview; restaurant; game; match; lesson; advert""",
    "duty": """
        {obliged} should {duty_act}
        {obliged} should {duty_act}
        {obliged} {must|ought to|need to|have to|really should} {duty_act}
        {powers} {should|must|ought to|needs to|has to} {power_act}
        {powers} {should|must|ought to|needs to|has to} {power_act}
        it's {time|high time|about time} {powers} {did something about {issue}|listened to
            us|resigned|apologised|stopped pretending}
        {things} should {be banned|be free|come with a warning|be taxed|be protected by law|never be allowed
            indoors}
        {habit_plain} should be {banned|encouraged|illegal|taught in schools|a human right}
        {no one|nobody} should {have to {poor_fate}|{duty_not}}
        {schools|hospitals|shops|employers} {should|must|ought to} {offer {things}|stop wasting money|treat people
            with respect|open later|ban {things}}""",
    "obliged": """
        we; we; people; parents; teachers; men; tourists; young people; drivers; landlords; bosses; companies; the
        rich; you; you; all of us; kids""",
    "duty_act": """
        stop {buying {food}|judging each other|glorifying {things}|apologising for being tired|pretending|filming
            strangers}
        talk more about {issue}
        be kinder to {animals|strangers|{job}s|each other}
        learn to {cook|say no|listen|queue|swim|be alone}
        pay for {issue}
        protect {animals} at all costs
        give {things} another chance
        spend less time on {screens|this app|small talk|work}
        respect {job}s more
        tip {job}s
        never {trust {firm}|skip dessert|work for free|take {issue} for granted|go to bed angry}
        read more
        walk everywhere
        take {issue} seriously
        boycott {firm}
        vote
        support local shops
        stop eating {food}
        mind their own business""",
    "duty_not": """
        go hungry; work on a Sunday; pay that much for {food}; skip breakfast; be made to feel stupid; sleep on the
        street""",
    "poor_fate": """
        choose between heating and eating; live in fear; beg for {issue}; wait {few} months for a doctor; apologise
        for {things}""",
    "power_act": """
        resign
        apologise
        listen to {job}s for once
        do more about {issue}
        pay {job}s properly
        ban {things}
        scrap the {plan}
        stop wasting our money
        leave {issue} alone
        invest in {issue}
        be held to account
        keep its promises
        tax the rich
        put people before profit
        lower taxes
        respect the will of the people
        stop hiding behind {issue}""",
    "opinion_raising": """
        I find {thing} {quality_bare}
        I find {things} {quality_bare}
        {thing} strikes me as {quality_bare}
        {thing} {seems|feels|sounds|looks} {quality_bare} to me
        I consider {habit} {a mistake|a blessing|a waste of time|rude|essential|ridiculous}
        {household} {finds|considers} {thing} {quality_bare}
        {group} {find|consider} {thing} {quality_bare}
        as far as {group} are concerned, {thing} is {quality}
        {thing} is, ASIDE, {quality}
        {thing}, ASIDE, is {quality}
        {things} are, ASIDE, {quality}
        {powers} should, ASIDE, {power_act}""",
    # Likes, wishes and advice.
    "taste": """
        I {feel_about} {thing}
        I {feel_about} {things}
        I {feel_about} {thing}
        I {feel_about} {habit_plain}
        we {love|hate|adore|can't stand|miss|enjoy|really like} {thing}
        {group} {love|hate|adore|can't stand|swear by|complain about|really like} {thing}
        {household} {loves|hates|adores|can't stand|swears by|complains about|really likes} {things}
        I {prefer|much prefer|would rather have|would take} {thing} {over|to} {thing}
        I'd rather {eat {food} every day|sleep outside|walk to {city}|go without {food}|listen to {animals}} than
            {put up with|sit through|pay for|deal with} {thing}
        {thing} {makes|always makes} me {happy|sad|nervous|so angry|feel alive|feel at home|cry|want to scream|feel
            old|hungry}
        {things} {make|always make} me {happy|sad|nervous|so angry|feel alive|laugh|cry|want to scream|feel old}
        I'm {so over|tired of|sick of|in love with|obsessed with|not a fan of|a big fan of|fed up with|done
            with|scared of|grateful for} {thing}
        I'm {so over|tired of|sick of|in love with|obsessed with|not a fan of|a huge fan of|fed up with|done
            with|scared of|grateful for} {things}
        nothing beats {thing} {on a cold night|after work|in {month}|with friends|when you're tired}
        you can't beat {thing}
        {2..10} out of ten for {thing}
        {thing} gets {two|three|four|five} stars from me
        give me {thing} over {thing} any day
        {thing} is not my {thing_cup}
        I wish {wish}
        I wish {wish}
        if only {wish}
        I {hope|really hope|just hope|pray} {powers} {will scrap the {plan}|loses the vote|listens|does the right
            thing on {issue}|gets away with it}
        I {can't wait for|can't get enough of|have no time for|don't see the point of|don't get the hype about|will
            never understand} {thing}
        I {can't get enough of|have no time for|don't see the point of|don't get the hype about|will never
            forgive|will always defend} {things}
        I {felt|feel} {let down|cheated|so welcome|inspired|moved|insulted|sorry|nothing} {by|after|because of}
            {thing}
        {do yourself a favour and|trust me,|please,|seriously,|for the love of god,} {advice}
        {do yourself a favor and|take my advice and|promise me you'll|I beg you,} {advice}
        {you should|you need to|you have to|you really ought to|you've got to|everyone should} {advice}
        I {recommend|highly recommend|would recommend|can't recommend} {thing}{| enough| to everyone}
        {thing}? {love it|hate it|no thanks|yes please|absolutely not|overrated|never again|ten out of ten|a solid
            four out of ten|couldn't care less}
        my favourite {thing_kind} is {thing}
        {thing} over {thing}, {always|every time|no contest|easily|any day of the week}
        I {rate {thing} more than most people do|don't rate {thing} at all|don't rate {thing} that highly|rate
            {thing} higher than {thing}}
        I {trust|don't trust|respect|don't respect|admire|feel sorry for|am disappointed in} {star}
        I {trust|don't trust|respect|have lost faith in|admire|am disappointed in|am ashamed of|am proud of}
            {powers}""",
    "feel_about": """
        love; hate; adore; can't stand; really like; don't like; miss; dread; despise; loathe; can't be bothered with;
        enjoy; quite like; am obsessed with; don't care for; live for; absolutely love; have a soft spot for; will
        always love; never liked; couldn't live without; regret buying""",
    "thing_cup": "cup of tea; idea of fun; favourite; style; problem; vibe",
    "thing_kind": "guilty pleasure; comfort; part of the week; way to relax; invention",
    "wish": """
        {things} were cheaper
        we talked more about {issue}
        I had never bought this {gadget}
        people would leave {animals} alone
        {powers} would listen
        I lived in {country}
        summer lasted longer
        {thing} were free
        schools taught more about {issue}
        they would bring back {things}
        we could go back to {year}
        {firm} cared about its customers""",
    "advice": """
        try {thing}
        stay away from {thing}
        delete this {app}
        go to {city}
        never buy a {gadget}
        stop {habit_plain}
        ignore {things}
        give {thing} a chance
        skip {thing}
        watch this with your {relation}
        call your {relation}
        avoid {firm}
        learn to love {thing}
        get rid of your {gadget}
        don't bother with {thing}
        treat yourself to {food}""",
    "outcry": """
        why does everyone {love|hate|pretend to like|go on about} {thing}?
        who actually {likes|enjoys|wants|asked for} {thing}?
        who in their right mind would {pay for|defend|choose|vote for} {thing}?
        is it just me or is {thing} {quality}?
        is it just me or are {things} {quality}?
        how can anyone {defend|enjoy|stand|dislike|resist} {thing}?
        am I the only one who {loves|hates|can't stand|is bored of|is obsessed with} {thing}?
        what is the point of {thing}?
        what's not to love about {thing}?
        can we please stop {pretending to like|talking about|hating on} {thing}?
        can we talk about how {quality_bare} {thing} is?
        isn't {thing} just {quality_bare}?
        when will {powers} {learn|stop lying|listen|take {issue} seriously|do its job}?
        how many more {scandals|broken promises|deaths|reports} do we need before {powers} does something about
            {issue}?
        what kind of person {hates|enjoys|complains about} {things}?
        does {powers} really think we are that {stupid|naive|forgetful}?
        how is it fair that COMPLEMENT?
        why should we put up with {thing}?
        shouldn't we be {angry|proud|worried} that COMPLEMENT?
        what a {disgrace|joke|beautiful thing|shame|waste|letdown|dream|relief|mess}! {judgement}!
        how {quality_bare} is {thing}!
        oh my god, {thing} is {quality_bare}!
        {thing} is so {quality_bare}!
        I {love|hate|adore} {things} so much!
        shame on {powers}!
        enough is enough! {powers} must {power_act}!
        bravo to {powers}!
        never again! {thing} is {quality_bare}!
        yes! {judgement}!
        no! {judgement}!
        {advice}! {|you won't regret it!|you'll thank me!}
        I can't believe that COMPLEMENT! {disgusting!|amazing!|I'm so happy!|I'm furious!|what a joke!}""",
    # Commentary as newspapers print it.
    "editorial": """
        the {plan_of} is {nothing but|little more than|nothing less than|yet another|at best|in truth} a {loaded}
            {attempt|gamble|exercise|gesture|excuse} {loaded_aim}
        {powers}'s {handling of|attitude to|silence on|record on|approach to} {issue} {is|has been|remains}
            {editorial_quality}
        we must not {pretend|forget|allow ourselves to believe|fool ourselves} that COMPLEMENT
        it is {editorial_judgement} that COMPLEMENT
        it is {editorial_judgement} that {powers} {editorial_deed}
        one can only {hope|wonder|marvel|despair} {that|at how} {powers} {editorial_deed}
        {powers} {deserves|has earned} {every bit of our anger|our gratitude|credit for its courage|nothing but
            contempt|the benefit of the doubt}
        {make no mistake,|let us be clear:|the truth is that|of course,|needless to say,|in other
            words,|sadly,|mercifully,} {editorial_point}
        {make no mistake,|let us be clear:|the plain truth is that|surely|clearly,|in reality,|worse,|better still,}
            {editorial_point}
        {editorial_point}
        {editorial_point}
        the so-called "{plan}" is {editorial_quality}
        "{buzzword}", they call it, {but it is {editorial_quality}|as if we were all fools|and some of us still
            laugh}
        {powers} {calls|has called} this "{buzzword}", and {I call it {editorial_quality}|nobody believes it|words
            fail me}
        it has taken {powers} {few} years to {editorial_slow}
        {money} for {issue} is {a sick joke|shameful|money well spent|the wrong priority|obscene}
        so much for {the promises on {issue}|{plan_words}|the party of {issue}|reform}
        {as if|as though} {powers} had {ever cared about {issue}|nothing to do with {issue}|a magic wand}
        {powers} would do well to {remember|accept|admit} that COMPLEMENT
        {official_plain} {should|ought to|must} {be ashamed|explain why {powers} {editorial_deed}|know better|go,
            and go now}
        history will {not be kind to|judge|remember|laugh at} {powers}
        if {powers} {were|was} serious about {issue}, it would {power_act}
        for all {plan_words}, the {plan_of} {remains|is|looks} {editorial_quality}
        the {plan_of} {smacks of|reeks of|is driven by}
            {cowardice|desperation|cynicism|arrogance|panic|greed|vanity}
        there is something {deeply|profoundly|almost|rather|quite}
            {sad|comic|wrong|moving|sinister|noble|refreshing} about {the {plan_of}|the way {powers} {editorial_deed}}
        far from {solving|fixing|helping with} {issue}, the {plan_of} will {only make things worse|reward the
            greedy|punish the poor|divide us further}
        {no serious person|nobody with a conscience|no one who cares about {issue}} {can|could}
            {defend|support|welcome|oppose} the {plan_of}
        what {country} needs is {courage|leadership|a fresh start|honesty|investment in {issue}}, not {another
            {plan}|more {loaded} slogans|excuses}
        the {plan_of} is a {slap in the face|betrayal|kick in the teeth|gift|lifeline|ray of hope|triumph} for
            {job}s everywhere
        {thankfully|unfortunately|regrettably|happily|inevitably|predictably}, {powers} {editorial_deed}
        {official_plain} {is|remains|has become} {the emperor without clothes|a master of empty words|a rare voice
            of reason|a liability|an embarrassment|a breath of fresh air}
        and yet {powers} {editorial_deed}, as if nobody were watching
        this is {not|no longer} {politics|journalism|policing|a market}, it is {theatre|madness|a circus|a
            racket|extortion|surrender}
        the {nationality} {film|novel|team|exhibition|restaurant} is {a|an utter|an unexpected}
            {triumph|delight|masterpiece|joy|treat}, {praise}
        the {nationality} {film|novel|team|exhibition|restaurant} is {a|an utter|an expensive}
            {bore|mess|disappointment|failure|muddle}, {blame}
        {surname}'s {performance|prose|direction|cooking|second album} is {superb|a
            delight|mesmerising|unforgettable}, {praise}
        {surname}'s {performance|prose|direction|cooking|second album} is {dreadful|a
            bore|lifeless|forgettable|painful}, {blame}
        what {this|all this|the {plan_of}} amounts to is {a {loaded} {attempt|gamble|excuse} {loaded_aim}|theatre|a
            quiet revolution|surrender}
        the question is not whether {powers} {editorial_deed}, but why {anyone is surprised|we put up with it|nobody
            stops them}
        it takes {a certain kind of nerve|real courage|a heart of stone|a special talent} to {ignore {issue}|call
            this {plan} a success|treat {job}s like this}
        anyone who has ever {waited for a bus|rented a flat|met a {job}|lived in {city}|been poor} knows that
            {editorial_point}
        you don't {have|need} to be {an economist|a lawyer|a genius|a {job}} to see that {editorial_point}
        the {idea|notion|claim|suggestion} that COMPLEMENT is {laughable|absurd|an insult|a comforting fairy
            tale|nonsense|frankly offensive}
        to {claim|say|suggest|pretend} that COMPLEMENT is to {insult our intelligence|miss the point|live in a dream
            world|take us for fools}
        those who {say|claim|tell us} that COMPLEMENT {are fooling themselves|have no idea|should get out
            more|deserve to be laughed at}
        I don't {buy|believe|accept|trust} the {claim|story|report|line} that COMPLEMENT
        we are told that COMPLEMENT, {and we are supposed to be grateful|as if that made it better|how
            convenient|how very reassuring}
        {powers} says that COMPLEMENT, {but nobody is fooled|and pigs might fly|which is simply not good enough|how
            touching}
        one might {hope|expect|think} that {powers} had learned its lesson
        {powers} {talks|keeps talking} about {issue} the way {toddlers talk about bedtime|gamblers talk about
            luck|poets talk about the moon}
        {powers} has turned {issue} into {a circus|a blood sport|a punchline|a success story|a lottery}
        the {plan_of} is {a sticking plaster on a broken leg|a cure worse than the disease|rearranging the
            deckchairs|old wine in new bottles|a leap in the dark}
        {country} {sleepwalks|stumbles|marches} towards {disaster|a brighter future|another lost decade}, and
            {powers} {editorial_deed}
        there are few sights {sadder|funnier|more inspiring|more pathetic} than {powers}
            {dodging|defending|discussing|discovering} {issue}
        {perhaps|maybe} it is time to {ask whether {powers} {editorial_deed_past}|admit that the {plan_of} was
            {quality_bare}|rethink {issue} altogether}
        {let us hope|I hope|we can only hope|heaven forbid} that {powers} {learns|listens|comes to its senses|wins
            again}
        my heart {goes out to|bleeds for|sinks for} the {job}s of {city}
        I was {appalled|delighted|moved to tears|bored stiff|ashamed|thrilled} by {surname}'s
            {speech|performance|book|apology|silence}
        {surname} is {arguably|without doubt|quite simply|easily|by far} the {finest|most overrated|most
            dangerous|most gifted|dullest} {singer|writer|politician|coach} of {his|her} generation
        in an ideal world, {powers} would {power_act}
        if this is {progress|democracy|justice|leadership}, {I want none of it|heaven help us|we should all be
            worried|give me more of it}
        {powers} can {call it|dress it up as} {reform|progress|prudence} all it likes, but it is {cowardice|daylight
            robbery|cruelty|a bluff}
        such {cowardice|generosity|arrogance|vision|incompetence} {is rare|beggars belief|should be punished at the
            ballot box|deserves applause}
        perhaps {powers} {believes|imagines|hopes} that we have all forgotten {issue}
        it would be {naive|foolish|dangerous|wrong|tempting|a tragedy} to {trust {powers}|ignore {issue}|believe
            {plan_words}|celebrate too soon}
        it is {hard|difficult|impossible|easy} {not to|to} {admire|despise|pity|laugh at|feel sorry for} {powers}""",
    "plan_of": """
        {plan}; government's {plan}; minister's {plan}; council's {plan}; latest {plan}; new {plan}; president's
        {plan}; {plan} on {issue}; whole {plan}; so-called {plan}""",
    "plan_words": """
        all the fine words; the warm words about {issue}; the talk of {issue}; the glossy brochures; these lofty
        promises; its grand speeches""",
    "loaded": """
        shameless; cynical; desperate; noble; cowardly; reckless; half-hearted; clumsy; heartless; brave; transparent;
        pathetic; grotesque; hollow; dishonest; sensible; toothless; breathtaking; vindictive; generous; tone-deaf;
        laughable; bold; hypocritical""",
    "loaded_aim": """
        to buy votes
        to silence critics
        to distract us from {issue}
        to make the poor pay for the rich
        to save face
        to put things right at last
        that nobody asked for
        that should shame us all
        that will end in tears
        that deserves our support
        with other people's money""",
    "buzzword": """
        reform; progress; tough love; common sense; modernisation; a fresh start; efficiency; fairness; a historic
        step; freedom; innovation""",
    "editorial_slow": """
        do nothing about {issue}
        discover that {issue} matters
        produce this {loaded} {plan}
        say what the rest of us have always known""",
    "editorial_quality": """
        shameful; a national disgrace; hopelessly muddled; admirable; nothing short of scandalous; a masterclass in
        hypocrisy; deeply troubling; an insult to voters; refreshingly honest; a mess; too little, too late;
        indefensible; exactly what was needed; the height of folly; a farce; cruel and pointless; woefully inadequate;
        the wrong answer to the wrong question; hard to forgive; a small miracle; a sick joke""",
    "editorial_judgement": """
        shameful; absurd; telling; heartening; a tragedy; no surprise; ironic; an outrage; to be welcomed; deeply
        worrying; grotesque; right; wrong; scandalous; hardly surprising; encouraging; a bitter irony; unacceptable;
        deplorable; little wonder; laughable; wonderful""",
    "editorial_deed": """
        has learned nothing
        refuses to listen
        keeps dodging {issue}
        treats {job}s like servants
        has squandered {money} on vanity projects
        puts {firm} before families
        still has no answer on {issue}
        has finally found a backbone
        prefers slogans to substance
        is asleep at the wheel
        plays politics with {issue}
        has shown such courage on {issue}
        hides behind {issue}
        has betrayed its own voters
        rewards failure so handsomely""",
    "editorial_deed_past": """
        has been asleep all this time
        ever cared about {issue}
        deserves another chance
        has any idea what it is doing""",
    "editorial_point": """
        {powers} {editorial_deed}
        {powers} {editorial_deed}, and {powers} {editorial_deed} too
        the {plan_of} is {editorial_quality}
        {issue} {cannot|can no longer|must not} be {left to chance|left to the market|ignored|a political football}
        the real {scandal|problem|danger|tragedy|hero} here is {powers}
        we deserve better than {this|empty promises|a {loaded} {plan}}
        the time for {excuses|talk|half measures|caution} is {over|long past}
        ordinary people are {paying the price|being treated like fools|right to be angry|better than this}
        {powers} has {only itself to blame|blood on its hands|a moral duty to act|no shame|nothing to apologise for}
        no amount of spin can hide {the failure on {issue}|this {loaded} {plan}|the rot}
        the {plan_of} {will fail, and rightly so|will change lives|cannot work|may yet surprise us all|was doomed
            from the start}
        there can be no {excuse for|debate about|progress without} {issue}
        {duty}""",
    "praise": """
        and I could not look away
        with not a dull moment in it
        full of warmth and wit
        and worth every penny
        and a lesson to all the others
        and I would go again tomorrow""",
    "blame": """
        and it left me cold
        far too pleased with itself
        and about an hour too long
        with no heart at all
        and I wanted my money back
        a sad waste of talent""",
}


def _singular(template: str) -> str:
    """Return a verdict on many for a single thing; it is a list of alternatives or starts with "are"."""
    if template.startswith("are "):
        return "is " + template[4:]
    return "{" + "|".join(singular_verb(verdict) for verdict in template.strip("{}").split("|")) + "}"


JUDGEMENTS = {name: entries(text) for name, text in _LISTS.items()}
JUDGEMENTS["verdict_singular"] = tuple(map(_singular, JUDGEMENTS["verdict"]))
