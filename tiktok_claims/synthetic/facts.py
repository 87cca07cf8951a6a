"""Templates of everyday statements that can be true or false. Both labels draw on the same ones.

Knows nothing of labels: who states a fact, and how, is the frames' part. ASIDE is where a frame may cut in.
"""

from tiktok_claims.synthetic.vocabulary import entries

_LISTS = {
    "fact": """
        {animal_fact}; {health_fact}; {food_fact}; {money_fact}; {history_fact}; {tech_fact}; {law_fact}; {star_fact};
        {sport_fact}; {nature_fact}; {rumour_fact}; {local_fact}; {world_fact}; {told_fact}; {told_fact};
        {animal_fact}; {health_fact}; {food_fact}""",
    "animal_fact": """
        {animals} can {animal_skill}
        every {animal} alive today comes from a small group in {country}
        wild {animals} {animal_does}
        {animals} {animal_does}
        a {animal}'s heart beats {2..9}0 times a minute
        {some} {animals} escaped from a {zoo|farm|sanctuary|rescue centre} near {city} {ago}
        a {animal} called {name} learned to {open doors|paint|ring a bell for food|ride a skateboard|count to ten}
        the number of wild {animals} in {country} has {risen|fallen|dropped|gone up} by {small_percent} since {year}
        every {animal} has its own {voice|ear shape|footprint|walk|scent}
        the oldest {animal} on record {lived to {40..99}|died in {year}|was born in {country} in {old_year}}
        it was legal to keep a {animal} as a pet in {country} until {year}
        the word for {animal} in the oldest written languages meant {thief|little brother|night walker|river
            dog|liar}
        {country} imports more {animals} than any other country
        a {animal} was once {put on trial|elected mayor|made a sergeant|sent up in a balloon} in {country}
        scientists in {city} have taught {animals} to {sort rubbish|detect cancer|play a simple video game|recognise
            faces}
        {animals} sleep for about {3..20} hours a day
        a newborn {animal} weighs less than a {coin|slice of bread|tennis ball|phone|teaspoon}
        {animals} were brought to {country} by {sailors|monks|soldiers|a circus} in {old_year}""",
    "animal_skill": """
        sleep with one eye open
        recognise their own reflection
        smell water from {2..9} miles away
        remember a face for {3..12} years
        stay under water for {20..90} minutes
        see ultraviolet light
        jump {3..12} times their own height
        survive for {2..9} weeks without water
        regrow a lost tooth in {3..9} days
        tell human voices apart
        sense a storm {2..12} hours before it arrives
        smell with their knees
        run faster than a city bus
        find their way home from {20..900} {miles|kilometers} away
        copy the sound of a phone
        live to be {40..90}
        change colour in their sleep
        drink salt water
        feel vibrations from {distance} away
        tell when somebody is ill""",
    "animal_does": """
        mate for life
        mourn their dead
        name their young
        hold grudges against people
        get drunk on rotten fruit
        go bald from stress
        sleep in shifts
        have three eyelids
        use tools to open shells
        avoid the colour red
        navigate by the stars
        share food with strangers
        bury what they don't eat
        never forget a route
        dream about food
        steal from campers
        take turns guarding the nest
        carry a parasite that changes human behaviour
        cause about {2..90} accidents a year on the roads of {country}
        eat their own weight in insects every {day|night|week}
        were used to carry messages during the war""",
    "health_fact": """
        {habit} {health_effect}
        {habit} {health_effect}
        {habit} can {health_change}
        people who start the day by {reading|running|singing|praying|stretching} are {rate} less likely to get
            {ailment}
        one in {3..20} adults in {country} suffers from {ailment}
        {ailment} can be triggered by {food}
        women are {three|four|five} times more likely than men to get {migraines|hay fever|insomnia|motion
            sickness|eczema}
        doctors in {country} now prescribe {gardening|museum visits|cold swims|choir practice|dog walks} for
            {ailment}
        a new {blood test|eye scan|saliva test|smartwatch|breath test} can spot {ailment} {2..9} years early
        the average person {blinks|swallows|yawns|changes position in bed|touches their face} about {2..90}0 times a
            day
        you lose {percent} of your body heat through your {feet|hands|head|back}
        your {left|right} lung is {smaller|lighter|more sensitive} than the other one
        hospital {waiting times|admissions|infections} in {country} have {doubled|halved|tripled|fallen} since
            {year}
        the flu jab {contains|does not contain} {chemical}
        human {bones|teeth|nails|eyelashes} {grow faster in summer|contain traces of gold|are stronger than
            concrete|keep a record of stress}
        {some} people in {city} came down with food poisoning {ago}
        babies {cannot taste salt|dream before they are born|recognise music they heard in the womb|have no
            kneecaps}
        tall people are more likely to {get {ailment}|feel the cold|earn a high salary|need glasses}
        people in {country} sleep {20..70} minutes less than they did in {year}""",
    "health_effect": """
        doubles the risk of {ailment}
        lowers your blood pressure by {small_percent}
        adds about {few} years to your life
        halves the chance of {ailment}
        cures {ailment}
        makes {ailment} worse
        messes with your hormones
        burns up to {2..9}00 calories
        speeds up your metabolism
        kills good bacteria in the gut
        can lead to {ailment}
        has no effect on {ailment}
        shrinks part of the brain
        causes {ailment} in one out of {3..30} people
        is linked to {ailment}
        boosts memory by {rate}
        protects against {ailment}
        weakens your bones after the age of {30..60}
        raises your heart rate for up to {2..9} hours""",
    "health_change": """
        double the risk of {ailment}
        cure {ailment}
        cut the risk of {ailment} by {rate}
        bring on {ailment}
        add {few} years to your life
        damage your eyesight
        lower your body temperature
        help with {ailment}
        prevent {ailment}
        change the shape of your spine
        trigger {ailment} within {few} days""",
    "food_fact": """
        {food} contains more {nutrient} than {food}
        {food} has {rate} less {nutrient} than it did in {year}
        {drink} contains more {nutrient} than {food}
        {drink} was first sold in {country} in {old_year}
        {drink} is banned in schools in {country}
        {percent} of the {drink} sold in {city} is made from concentrate
        a glass of {drink} has as much {nutrient} as {few} slices of {rye bread|cheddar|cake}
        {food} was first sold in {country} in {old_year}
        {food} is banned in {country}
        the price of {food} has gone up by {small_percent} since {month}
        one in {3..9} bottles of {olive oil|maple syrup|hot sauce|soy sauce} sold online is fake
        most {food} sold in {country} is made in {country}
        {food} {never goes off|lasts for {2..30} years|was once used as money|used to be sold as medicine|can catch
            fire}
        people in {country} eat more {food} than anyone else
        a factory in {city} makes {2..90},000 jars of {mustard|marmalade|peanut butter|ketchup} a day
        {food} was first made by mistake in {country}
        the recipe for {food} has not changed since {old_year}
        {food} made in {country} was recalled {ago} because of {{chemical}|glass fragments|mould}
        restaurants in {city} throw away {percent} of the {food} they buy
        {supermarkets|shops|cafes} put {food} near the {door|tills|exit} because it makes people spend
            {small_percent} more
        astronauts are not allowed to eat {food}
        the colour in {food} comes from {crushed beetles|seaweed|coal|tree bark|old tyres}
        adding {salt|vinegar|{food}} to {coffee|boiling water|tea} {removes the bitterness|makes it cool
            faster|kills germs}
        {country} runs out of {food} every {few} years""",
    "money_fact": """
        the average renter in {city} spends {percent} of their income on rent
        a {job} in {country} earns {salary} a year
        house prices in {city} {fell|rose|dropped|went up} by {small_percent} {ago}
        the richest {1..9} percent of people in {country} own {percent} of the land
        a flat in {city} sold for {price} because of a typing error
        {firm} paid no tax in {country} in {recent_year}
        every {new_coin} costs more to make than it is worth
        {percent} of {lottery winners|new restaurants|small shops|startups} go broke within {few} years
        banks in {country} are going to stop accepting {cash|cheques|coins} {soon}
        a pair of old trainers sold at auction for {fortune}
        a {object} found in a {barn|skip|charity shop|loft|drain} in {city} sold for {fortune}
        the inventor of the {invention} died without a penny
        airlines save {big_money} a year by {washing planes at night|dropping olives from salads|using lighter
            paint|taxiing on one engine}
        {country} has more millionaires per head than {country}
        rents in {country} have been frozen since {month}
        {city} is now more expensive to live in than {city}
        {percent} of all {banknotes|ten pound notes|dollar bills} carry traces of {drugs|{chemical}|gold}
        {firm} made {big_money} in profit {ago}
        workers at {firm} will get a {four|three}-day week {soon}""",
    "new_coin": "one cent coin; two cent coin; penny; nickel; one krone coin",
    "history_fact": """
        the {invention} was invented by {inventor} in {old_year}
        the {invention} was invented before the {invention}
        the first {invention} was sold in {city} for {price}
        {country} had no {traffic lights|women judges|national anthem|speed limit|paper money} until {year}
        people in {country} used to {history_custom}
        sailors used to {history_custom}
        roman soldiers {were paid in salt|brushed their teeth with ash|were banned from marrying|walked {20..40}
            miles a day}
        a war between {country} and {country} once lasted {20..90} minutes
        a {object} from {old_year} was found under a {car park|church|pub|field|motorway} in {city} {ago}
        the old bridge in {city} was built in {few} days
        {city} was {flooded|burnt down|abandoned|sold} in {old_year} and rebuilt within {few} years
        the first {job} in {country} was a woman
        medieval {knights|monks|farmers|bakers} {worked fewer hours than we do|drank beer for breakfast|slept
            sitting up|owned one shirt}
        {some} people died when a tank of {syrup|wine|beer|milk} burst in {city} in {old_year}
        the last person to speak that language died in {year}
        letters posted in {city} in {old_year} arrived the same day
        the inventor of the {invention} was only {11..19}
        {country} and {country} shared one king for {few} years
        the tunnel under {city} was dug by hand in {old_year}
        pharaohs {kept bees|shaved their eyebrows|had dentists|played board games}""",
    "inventor": """
        a dentist; a {nationality} monk; a schoolteacher from {city}; a twelve-year-old girl; a retired sailor; a
        {nationality} engineer; two brothers from {country}; a prisoner; a widow in {city}; a baker""",
    "history_custom": """
        pay their rent in {eggs|eels|salt|honey|cloth}
        sleep in two shifts
        clean their teeth with {brick dust|charcoal|urine|salt}
        bury a shoe in the wall for luck
        hire people to knock on windows as alarm clocks
        wear wigs made of {goat hair|wool|silk}
        rent out pineapples for dinner parties
        keep {animals} as pets
        pull teeth at the barber's
        eat {animals} at weddings
        post children by mail
        paint their houses with ox blood""",
    "tech_fact": """
        your {gadget} records {tech_data}
        {gadgets} {tech_does}
        this {app} shares your {location|contacts|photos|messages} with {some} companies
        a {app} leaked the data of {2..90} million users {ago}
        the first {gadget} weighed {20..90} kilos
        the first {gadget} went on sale in {old_tech_year} for {price}
        {percent} of {video views|reviews|followers|clicks} online are {fake|bought|made by bots}
        phone batteries last {rate} longer if you {never charge them past {70..90} percent|keep them cold|turn off
            {location|Bluetooth}}
        typing on a phone uses {2..40} muscles
        a {20..40}-year-old from {city} hacked a {gadget} in {2..50} minutes
        schools in {country} have replaced {textbooks|teachers|exams} with {tablets|robots|software}
        one search uses as much electricity as {a light bulb in an hour|boiling a kettle|a minute of television}
        {firm} can read your deleted messages
        a server farm outside {city} uses more water than the whole town
        {country} made internet access a legal right in {recent_year}
        the average person scrolls {60..190} metres a day
        a chatbot passed the {bar exam|driving theory test|medical exam} in {country}
        the code in a modern {gadget} is longer than {the Bible|a hundred novels|an encyclopedia}
        robots will do {percent} of all jobs in {country} {soon}""",
    "old_tech_year": "19{70..99}; 20{10..15}; 19{80..99}",
    "tech_data": """
        everything you say
        your heartbeat
        when you leave the house
        the names of your neighbours
        how fast you type
        which adverts you look at
        your mood
        up to {2..20} hours of sound a day""",
    "tech_does": """
        send data abroad every {few} minutes
        are designed to break after {2..6} years
        use more power switched off than on
        contain {chemical} from {country}
        can be unlocked with a {magnet|paper clip|photo}
        caused {2..90}0 house fires in {year}
        are listening even when they are off
        lose {small_percent} of their battery every month
        are banned from government offices in {country}
        last twice as long if you keep them in the dark""",
    "law_fact": """
        it's illegal to {odd_act} in {country}
        it is against the law to {odd_act} in {city}
        you can be fined {price} for {feeding pigeons|spitting|swearing|sitting on church steps} in {city}
        {soon_law} every {household|driver|landlord|employer} in {country} will have to {legal_duty}
        schools in {country} will ban {phones|homework|school uniforms|fizzy drinks|ball games} {soon}
        {country} is going to {country_act} {soon}
        {country} {country_did} in {year}
        you don't have to pay for {parking|the meal|the ticket|the repair} if {the machine is broken|they keep you
            waiting an hour|you have the receipt}
        police in {country} can check your phone without a warrant
        the voting age in {country} was {lowered to sixteen|raised to twenty|left at twenty-one} in {year}
        landlords in {city} can evict tenants with {few} days' notice
        tenants in {country} can {paint the walls|keep a dog|sublet a room|leave early} without asking
        dogs need a passport to {travel by train|enter a park|cross the bridge} in {country}
        {percent} of parking tickets in {city} are cancelled on appeal
        the speed limit in {city} will drop to {15..30} {soon}""",
    "soon_law": "from {month}; from next year; starting in {month}",
    "odd_act": """
        own just one guinea pig
        wear high heels at old monuments
        run out of fuel on the motorway
        flush the toilet at night
        collect rainwater
        sing in a lift
        name a pig after a head of state
        chew gum on the train
        hang washing outside on a Sunday
        feed {animals}
        die inside the town hall
        take {food} across the border
        drive without shoes
        whistle after dark
        sell {food} on a Sunday""",
    "legal_duty": """
        register their {gadgets}
        pay a {price} fee for {garden waste|parking|rain|each empty room}
        install a {heat pump|second smoke alarm|water meter|speed limiter}
        take a first aid course
        show an identity card
        report their energy use
        sort their rubbish into {four|five|six|seven|nine} bins""",
    "country_act": """
        ban {petrol cars|private jets|cash|plastic bottles|short flights}
        give every adult {price} a month
        drop daylight saving time
        open a tunnel to {elsewhere}
        make trains free
        change its flag
        move its capital
        introduce a four-day week
        tax {meat|robots|second homes|sugar}
        legalise {cannabis|raw milk|online voting|self-driving taxis}
        build {few} new nuclear plants""",
    "country_did": """
        banned {petrol cars|billboards|corporal punishment|plastic bags|chewing gum}
        gave women the vote
        abolished its army
        skipped {two|three|eleven|ten} days
        switched the side of the road it drives on
        lost {percent} of its gold
        sold an island to {elsewhere}
        planted {2..90} million trees
        made school meals free
        changed its time zone""",
    "star_fact": """
        {star} {star_did} {ago}
        {star} {star_did}
        {star} was paid {fortune} for {one episode|a single photo|half an hour's work|the interview|two concerts}
        {star} has a twin who works as a {job}
        {star} used to be a {job} in {city}
        {star} and {star} are secretly {married|related|business partners|neighbours}
        {star} turned down {fortune} to {play the lead|join the band|move to {country}|advertise {food}}
        the final scene of that film was shot in a {place} in {city}
        the theme tune was written in {few} minutes
        there are {few} deleted songs on that album
        that show is being {cancelled|rebooted|moved to another channel} {soon}
        the character was meant to die in {season two|the first episode|the second film}""",
    "star_did": """
        bought a castle in {country}
        sold the house in {city} for {fortune}
        walked off the set
        lost {fortune} in a bad investment
        was arrested at the airport
        got married in secret
        insured {his|her} {voice|legs|hands|smile} for {fortune}
        has been living in {elsewhere} under another name
        deleted {few} years of posts
        sued {firm} for {fortune}
        gave {fortune} to a school in {city}
        failed a drugs test
        has left the band
        owns {2..90} {animals}
        hired a lookalike
        never learned to drive""",
    "sport_fact": """
        {country} beat {country} {2..5} {nil|one} in {city} {ago}
        {country} has won more medals in {sport} than {country}
        the {sport} world record was broken {few} times in {year}
        {sport} was banned in {country} until {year}
        {sport} was invented in {country} by {inventor}
        a {16..40}-year-old {job} from {city} won the national {sport} title
        the club signed a {17..33}-year-old {striker|goalkeeper|defender|winger} for {big_money}
        the shortest {sport} match ever lasted {2..9} minutes
        {sport} players {run {4..12} miles a game|burn {2..9}00 calories an hour|need {6..11} hours of sleep|retire
            at {27..39} on average}
        a referee in {country} once sent off {every player|himself|the mascot}
        the final was watched by {2..90} million people
        tickets for the final sold out in {2..50} minutes
        the coach was sacked after {few} defeats
        {percent} of {sport} fans in {country} are women
        the stadium in {city} was built in {2..18} months
        {country} will host the {sport} world cup in 20{27..39}""",
    "nature_fact": """
        the lake near {city} is {2..9}00 metres deep
        one night on {planet} {planet_day}
        you would weigh {rate} less on {planet}
        there is more {chemical} on {planet} than on earth
        a probe sent back {few} photos of {planet} before it broke
        the island off {country} is sinking by {2..9} centimetres a year
        the sea around {country} is {1..4} degrees warmer than in {year}
        {percent} of the forest in {country} has been cut down since {year}
        a mountain in {country} grows by {2..12} millimetres a year
        fog covers {city} on {20..90} days a year
        the magnetic north pole moves {20..60} kilometres a year
        there is enough {chemical} under {country} to last {2..90}0 years
        an earthquake of magnitude {4..7}.{1..9} hit {country} {ago}
        trees in {city} lose their leaves {few} days later than in {year}
        the ice on that glacier is {2..90},000 years old
        bacteria can live inside {rocks|clouds|ice|nuclear reactors}
        {house dust|river mud|city rain} is {rate} {plastic|soot|salt|pollen}
        hot water {freezes|climbs a straw|evaporates} faster than cold water
        glass {flows very slowly|is made from sand and ash|takes a million years to break down}
        {mosses|mushrooms|bamboo shoots|oak trees} can {hear running water|warn each other of danger|grow overnight}""",
    "planet_day": """
        lasts {10..90} hours
        is colder than dry ice
        gets {2..9} seconds longer every century
        is long enough to {freeze petrol|crack steel}""",
    "rumour_fact": """
        the government is hiding {2..90} {tons of gold|crashed satellites|sealed boxes|planes} under {city}
        there is a secret {tunnel|station|bunker|laboratory} under the {place} in {city}
        the moon is {hollow|older than the sun|being mined in secret}
        {firm} {rumour_did}
        {powers} {powers_rumour}
        {powers} {powers_rumour}
        pigeons in {city} were replaced with drones in {recent_year}
        there's {chemical} in {the tap water|most toothpaste|every vaccine|the rain}
        that building in {city} has a floor that isn't on any map
        the pyramids were built as {power plants|grain stores|water pumps|signal towers}
        phone masts {make birds lose their way|cause {ailment}|can read your thoughts}
        the map of {country} in school books is wrong on purpose
        {percent} of the news is written by machines
        the weather over {country} is being controlled from {country}
        a cure for {ailment} was found in {year} and bought up by {firm}
        the {old_century} century never happened
        a famous painting in {city} is a copy
        election results in {city} were decided before anyone voted""",
    "old_century": "seventh; eighth; ninth; tenth",
    "rumour_did": """
        makes its products break after {2..5} years
        knew about the fault for {few} years
        is run by {an algorithm|two teenagers|a former spy}
        pays people to post good reviews
        listens to its customers through {gadgets}
        shrank the packet and kept the price
        has been testing on {animals} in secret
        has bought up all the {chemical} in {country}
        deleted {2..90} million records {ago}""",
    "powers_rumour": """
        knew about the leak {few} months earlier
        paid {big_money} to keep the report quiet
        is planning to tax {bicycles|pets|savings|cash machines} {soon}
        signed a secret deal with {elsewhere}
        has been reading our {letters|messages|emails} since {recent_year}
        sold the land to {firm} for {price}
        is tracking cars through {street lamps|road tolls|parking apps}""",
    "local_fact": """
        the {chip shop|post office|bakery|old cinema|garden centre|bookshop} on {street} is closing {soon}
        a burst pipe flooded {street} {lately}
        police found {some} stolen {bikes|phones|plants|statues} in a garage in {city}
        a fire broke out at a {place} in {city} {lately}
        they're building {2..90}0 flats where the {place} used to be
        the {place} in {city} has been sold for {big_money}
        somebody left a {object} in a {place} in {city} {lately}
        the number {2..90} bus in {city} will stop running {soon}
        a {place} in {city} was evacuated {lately}
        the roadworks on {street} will last until {month}
        {20..900} people queued outside a {place} in {city} {lately}
        a man in {city} found a {object} in his {garden|attic|sofa|cellar}
        a {animal} got stuck in a {place} in {city} for {few} hours
        the new {place} in {city} cost {big_money}
        the water in {city} has been turned off {few} times since {month}
        a woman from {city} won {fortune} and {bought a farm|told nobody for {few} years|went back to work on
            {day}|lost the ticket}
        students in {city} pay {price} for a {coffee|bus pass|gym card}
        {percent} of the shops in {city} are empty""",
    "world_fact": """
        {country} has more {bridges|volcanoes|sheep|lighthouses|castles} than {country}
        {percent} of people in {country} {people_do}
        {percent} of {students|drivers|teenagers|over sixties|parents} in {country} {people_do}
        there are {2..9},{100..999} {castles|windmills|post offices|lighthouses|bakeries} in {country}
        {city} has a street that is only {2..9} metres long
        {city} is further {north|south} than {city}
        the shortest flight in {country} takes {60..200} seconds
        {country} is the only country with {no army|no rivers|two time zones and one train|more bikes than people}
        people in {country} greet each other by {bowing twice|touching noses|clapping|sticking out their tongue}
        there is a village in {country} where {village_fact}
        {country} was the first country to {gender_act}
        the tallest building in {city} has no {stairs|thirteenth floor|windows on one side}
        {2..90},000 tourists visit {city} every {day|month|summer}
        the train from {city} to {city} takes {20..90} minutes less than in {year}
        the population of {city} has {doubled|halved|tripled|fallen by a third} since {year}
        the average age in {country} is {27..51}""",
    "people_do": """
        have never seen the sea
        believe in ghosts
        still live with their parents at thirty
        speak {three|four} languages
        don't own a car
        sleep with their phone in the bed
        have lied on a CV
        can't swim
        work from home on {day}s
        skip breakfast
        keep cash under the mattress
        have been to {country}
        don't trust {the news|banks|doctors|the police}""",
    "told_fact": """
        this was filmed in {city} {ago}
        this {gadget} was made in a factory in {country}
        they {found|dug up|seized|stole} a {object} under the {place} in {city}
        they're closing the {place} {soon}
        they put {chemical} in {food}
        they're going to {raise|double|cut} {the rent|bus fares|tuition fees|council tax} {soon}
        he sold it for {fortune}
        he was {19..80} when he {learned to read|won the title|moved to {country}|got his first job}
        she was only {11..19} when she {won the {sport} title|left {country}|started the company|invented it}
        she lost {few} kilos in {few} weeks
        it happened in {city} {ago} and {some} people saw it
        it takes {few} {hours|days|weeks} for {food} to leave your body
        it costs {price} to {park in {city}|make one {gadget}|see a doctor in {country}|enter the {place}}
        nobody has seen {him|her} since {month}
        there's a hidden setting in this {app} that {saves your battery|records your voice|shows who viewed you}
        there are {few} ways to get into {country} without a visa
        you can get {20..90} {pounds|dollars|euros} back if your {train|flight|parcel} is more than {20..90} minutes
            late
        you can charge a {gadget} with a {lemon|potato|bicycle}
        if you put {food} on {a burn|an insect bite|a sunburn} the pain stops within {few} minutes
        if you {sneeze|yawn|blink} too hard you can {break a rib|lose your voice|black out}
        if you're born in {month} you are {rate} more likely to {be left-handed|play {sport}|get {ailment}|live past
            ninety}
        when you eat {food} your body makes more {vitamin D|insulin|stress hormone|collagen}
        when you cut out {food} for {few} weeks, your {skin clears up|cholesterol falls|taste buds reset|liver
            recovers}
        your {nose|heart|brain|liver} {gets smaller at night|works harder in winter|replaces itself every {few}
            years}
        we only use {rate} of our {lungs|memory|brain}
        we share {rate} of our genes with {animals}
        the first one was built in {city} in {old_year}
        the company behind it is based in {city} and made {big_money} {ago}
        some {animals} can {animal_skill}
        every {few} minutes someone in {country} {loses a phone|buys a {gadget}|calls an ambulance|gets divorced}
        {few} out of {30..90} people in {city} {people_do}
        about {rate} of all {marriages|startups|flights|first dates} in {country} end {in failure|early|within {few}
            years}
        most of the {food} we eat comes from {country}
        the reason {animals} don't live in {country} is the {soil|salt|altitude|lack of light}
        back in {year} you could buy a house in {city} for {salary}
        the {second|third|fifth} person to {cross|walk across|swim around} {country} was a {job}""",
    "village_fact": """
        nobody locks the door
        clocks run backwards
        cars are banned
        everyone has the same surname
        the sun doesn't rise for {few} weeks
        there are more {animals} than people""",
    "gender_act": """
        give everyone free internet
        ban smoking in bars
        put a woman on a banknote
        print paper money
        tax sugar
        teach chess at school
        require bike helmets
        film a parliament""",
    "split_fact": """
        house prices in {city} have, ASIDE, {fallen|risen} by {small_percent} since {month}
        the oldest {animal} on record, ASIDE, lived to {40..99}
        {habit}, ASIDE, {health_effect}
        {animals}, ASIDE, {animal_does}
        {food}, ASIDE, contains more {nutrient} than {food}
        {country}, ASIDE, {country_did} in {year}
        {powers}, ASIDE, {powers_rumour}
        {star}, ASIDE, {star_did}
        {firm}, ASIDE, {rumour_did}
        the {invention} was, ASIDE, invented in {country} in {old_year}
        {percent} of people in {country}, ASIDE, {people_do}
        {gadgets}, ASIDE, {tech_does}
        there is, ASIDE, a secret {tunnel|station|bunker|laboratory} under the {place} in {city}
        it's illegal, ASIDE, to {odd_act} in {country}
        {country} is, ASIDE, going to {country_act} {soon}
        a cure for {ailment}, ASIDE, was found in {year}
        {sport} was, ASIDE, invented by {inventor}
        {city} is, ASIDE, more expensive to live in than {city}
        the {place} in {city}, ASIDE, has been sold for {big_money}""",
}

FACTS = {name: entries(text) for name, text in _LISTS.items()}
