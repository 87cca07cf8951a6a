"""Templates of everyday speech: what people know, what happened to them, what they were told, what they make of things.

Short and long, mostly without a frame. What is known may stand under both labels; events and reports are claims,
remarks are opinions.
"""

from tiktok_claims.synthetic.vocabulary import entries

_LISTS = {
    # General knowledge, true or not, as a quiz, a label or a lesson has it. Both labels may frame it.
    "knowledge": """
        {metal} {melts|conducts heat|rusts|bends|expands|burns} {at a lower temperature than {metal}|when it gets
            hot|in sea water|without leaving ash|with a {colour} flame}
        {metal} is {heavier|softer|lighter|rarer} than {metal}
        {material} is made {from|out of} {raw}
        {material} used to be made {from|out of} {raw}
        {raw} comes from {a tree|a beetle|a volcano|a mine in {country}|the sea bed}
        {creature} {do not|don't} have {organ}
        {creature} have {few} {organ_many}
        {creature} {breathe through their skin|lay their eggs in sand|taste with their feet|see in black and
            white|shed their skin twice a year|live in caves|only come out at night|hunt in packs|hibernate}
        {creature} aren't {insects|reptiles|mammals|fish|birds}, they're {closer to {creature}|a kind of
            worm|amphibians|crustaceans}
        a {baby_of} is called a {calf|kit|cub|pup|joey|fawn|chick}
        a group of {creature} is called a {parliament|bloom|murmuration|crash|tower|wisdom}
        only the {female|male|young|wild} ones {sting|sing|build nests|have spots|grow horns}
        the {body_part} is the {only|largest|smallest|hardest|fastest} {muscle|bone|organ|part} {of the|in the|in
            your} body {|that never stops growing|that heals itself|without blood vessels}
        your {body_part} {weighs about as much as a {object_small}|grows back|has its own sense of smell|stops growing
            at {14..30}|sheds every {few} weeks}
        the {dot|gap|bump|little hole|metal bit|plastic tip|symbol} {on|in} {a|the} {padlock|shoelace|keyboard|pen
            lid|ruler|zip|jar lid} has a {name|purpose|job}
        the word {odd_word} comes from {the {nationality} word for {raw}|an old name for {odd_building}s|the Latin for
            {body_part}}
        in {nationality}, the word for {object_small} means {little {animal}|night lamp|water stone|talking box}
        {city} was once called something else
        {country}'s flag {has no red in it|used to be green|is square|is older than the country|has a hidden {animal}
            on it}
        {country} has no {railway|airport|snakes|mosquitoes|coast|income tax|rivers|army}
        {country} and {country} share a {border|king|currency|island|time zone}
        there are no {bridges|snakes|street signs|traffic lights|clocks|trees} {in|on} {the Vatican|that island|the
            old town of {city}|the south of {country}}
        the {river|mountain|desert|waterfall|canal} {in|near} {city} is {man-made|younger than {odd_building}|still
            growing|named after a {job}|visible from space}
        the {odd_building} in {city} {leans|sways in the wind|has no nails in it|stands on {2..9},000 wooden
            posts|burned down in {old_year}|took {few} years to build|was a {place} before}
        {odd_building}s were built {without mortar|facing east|to keep {creature} out|before anyone had wheels}
        the {odd_event} {started|ended|began} {in a {place}|over a {object_small}|on a {day}|with a bet|by accident}
        the {odd_event} lasted {less than|more than|nearly|exactly} {few} {days|years|minutes|hours}
        {person_history} {was left-handed|couldn't swim|had {few} sisters|died poor|kept {creature}|never went to
            school|wrote in mirror writing|was deaf by then|turned down a medal|slept {2..5} hours a night}
        it rains {metal|acid|diamonds|glass} on {planet}
        {planet} {has {2..90} moons|spins backwards|has no surface to stand on|is shrinking}
        sound {travels faster in water than in air|cannot travel in space}
        {light from the sun takes eight minutes to get here|the sun makes up most of the mass of the solar system|the
            north star isn't the brightest one}
        {ice|wood|oil|cork|pumice} floats because it {is lighter than water|holds air|has a lower density}
        {vinegar|salt|bleach|baking soda|lemon juice} {dissolves|neutralises|softens|removes} {limescale|rust|egg
            shell|ink|grease}
        {you cannot|you can't} {hum while holding your nose|sneeze with your eyes open|tickle yourself|fold paper more
            than seven times|burp in space}
        {plant} {need|needs} {few} hours of {light|shade} a day and {almost no water|a cold winter|sandy soil}
        {plant} {is|are} {toxic|poisonous|harmless|deadly} to {dogs|cats|horses|{creature}}
        {plant} {flower|flowers} once every {few} years
        a single {plant_single} {has|holds|makes|gives} {about |up to |only |}{few} {seeds|flowers|litres of
            water|grams of {raw}}
        {crop} {was|were} first grown in {country}
        {crop} {is|are} technically {a berry|a fruit|a grass|a nut|a legume|not a nut}
        {crop} {should be|has to be|must be} {picked|planted|stored} {before the first frost|in the dark|in {month}|by
            hand}
        {dish} {is|was} {named after a {job}|older than {country}|a {nationality} dish|made with {crop}}
        {oven|car|fridge|washing machine|boiler|router|lift} {doors|fuses|fans|belts|filters} last {about|around}
            {few} years
        the {black|red|yellow|green} {wire|button|light|valve|cable} is {the live one|earth|for emergencies|the
            ground|for the {gadget}}
        {size_thing} {weighs|measures|holds|carries|uses} {up to |about |over |nearly |}{2..900}
            {kilos|tonnes|litres|passengers|metres|watts|gallons|pounds}
        {game_thing} has {few} {squares|pieces|players|holes|sides|cards}
        the {board|card|ball} game {odd_word} {was invented in prison|has only {few} rules|came from {country}}
        {country}'s {superlative} {superlative_thing} {handles|has|holds|sells|seats|carries} {over|about|nearly|up
            to|} {number_of} {people|passengers|books|cars|visitors} {a day|a year|}
        the {superlative} {superlative_thing} {in|in all of} {country} {is in {city}|opened in {old_year}|is only
            {2..9} metres wide|sells {dish_plain}s|is older than {city}|has {few} floors}
        {city} has the {superlative} {superlative_thing} {in {country}|in the world|outside {country}}
        the {superlative} {superlative_thing} {ever built|ever recorded|on record|in the world} {was in {city}|weighed
            {2..900} kilos|lasted {few} days|is in {country}|was {2..90} metres long}
        there are more {possible chess games|{creature}|stars|trees|cells|stitches} than
            {atoms|people|{creature}|grains of sand|cars} {in {country}|on earth|in the observable universe|in
            {city}|in your {body_part}}
        {crop} are {berries|fruits|seeds|grasses|flowers}, so are {crop}{|, but {crop} aren't}
        {chemical} {covers|pays for|protects|coats} {doulas|teeth|wood|steel} in {country}
        {country}'s health insurance {covers|pays for|includes} {glasses|midwives|dentists|therapy} {as of
            {month}|since {year}|from {day}}
        {country} {used to be|was once|was} the {superlative} country {in {elsewhere}|per head|on earth} {in the
            seventies|until {year}|before the war}
        {creature} {can't|cannot|can} {throw up|swim|jump|see red|taste sugar|walk backwards|feel pain|fly|sweat}
        {creature} {can't|cannot|don't} {taste sweetness|see glass|sleep at night|get {ailment}} because {of one
            {gene| nerve}|their {body_part} is too {small|flat|big}|one of the genes is missing}
        {crop} {aren't|are not|isn't|is not} {nuts|fruit|vegetables|native to {country}}, {they're|it's} {legumes|a
            seed|a grass|the same family as {crop}}
        {crop} {ripen|ripens|rot|rots|grow|grows} {from the inside out|in the dark|faster near {crop}} because of {a
            gas|{chemical}|the starch}
        {creature} {have {best friends|dialects|accents|names for each other}|mourn|share food|taste with their
            {organ_many}|sleep upside down} {|and their heart rate goes up when you split them|, a student at {city}
            measured it}
        {percent} of the {earth's water|air we breathe|human body|ocean floor|world's {crop}} {is|are} {salt|nitrogen|
            water|unmapped|grown in {country}}""",
    "superlative": """
        busiest; oldest; tallest; longest; deepest; narrowest; largest; smallest; highest; wettest; hottest; coldest;
        most visited; second largest; most expensive; shortest; richest; steepest; flattest; loudest; least known""",
    "superlative_thing": """
        station; airport; library; bridge; tunnel; lake; street; market; lift; school; hospital; prison; palace;
        island; tree; clock; canal; escalator; cave; stadium""",
    "number_of": "{2..9} million; {2..90},000; {100..900}; half a million; {few} thousand; {few} hundred",
    "metal": """
        copper; magnesium; tin; titanium; gold; lead; aluminium; aluminum; mercury; sodium; zinc; nickel; platinum""",
    "colour": "white; green; violet; blue; crimson; bright orange; pale yellow; lilac",
    "material": """
        velvet; chalk; linen; porcelain; parchment; rubber; glue; soap; ink; felt; varnish; concrete; paper; wax;
        gelatine; candle wax; cork; denim; leather; silk""",
    "raw": """
        sheep's wool; bark; pine resin; volcanic ash; flax; goose feathers; fish bladders; seashells; palm oil; horse
        hair; old rags; cow bones; mulberry leaves; coconut husks; sand; mud; nettles; bamboo; latex; beeswax""",
    "creature": """
        jellyfish; sharks; snails; moths; wasps; crabs; newts; frogs; otters; hedgehogs; kangaroos; geese; eels;
        ants; lizards; giraffes; koalas; mosquitoes; starfish; tortoises; magpies; hamsters; beavers; termites;
        squid; goats; alpacas; robins; scorpions; seahorses; flamingos; moles; ferrets; goldfish; cockroaches;
        pelicans; walruses""",
    "organ": "a brain; lungs; vocal cords; eyelids; a stomach; teeth; ears; bones; blood; gills; whiskers; a tail",
    "organ_many": "hearts; stomachs; noses; eyes; rows of teeth; kneecaps; brains; toes; livers; tongues",
    "baby_of": "baby {animal}; young hare; baby rhino; young goat; newborn seal",
    "body_part": """
        liver; tongue; cornea; thigh bone; jaw; skin; spleen; eardrum; heart; scalp; thumb; kneecap; nose; gut""",
    "object_small": """
        grapefruit; brick; paper clip; pillow; bar of soap; tin of beans; spoon; pencil; hammer; loaf; teapot""",
    "odd_word": "robot; salary; muscle; sandwich; window; alphabet; quarantine; jumbo; denim; bingo; panic; clue",
    "odd_building": "lighthouse; cathedral; windmill; castle; pyramid; bell tower; aqueduct; opera house; town hall",
    "odd_event": """
        great fire; gold rush; plague; first marathon; tulip mania; moon landing; strike of {old_year}; blackout;
        oldest tennis match; longest siege; first phone call; treaty of {city}; great flood""",
    "person_history": """
        Napoleon; Cleopatra; Mozart; Einstein; Marie Curie; Genghis Khan; Leonardo; Beethoven; Tesla; Newton; Darwin;
        Queen Victoria; Julius Caesar; Columbus; the first president of {country}; the last king of {country}""",
    "plant": "orchids; lilies; tulips; ivy; bamboo; cacti; ferns; lavender; daffodils; foxgloves; basil; palm trees",
    "plant_single": "sunflower; poppy; pine cone; cotton plant; saffron flower; oak; pod; hop vine; vanilla plant",
    "crop": """
        bananas; peanuts; pumpkin; rhubarb; vanilla; cashews; aubergine; tomatoes; hops; barley; lentils; quinoa""",
    "dish": """
        the croissant; fish and chips; pavlova; sushi; paella; lasagne; the Caesar salad; ramen; goulash; pad thai""",
    "size_thing": """
        a blue whale; a jumbo jet; a grand piano; a double-decker bus; a cumulus cloud; a cargo ship; a tennis court;
        a shipping container; an adult moose; a car battery; the average bathtub; a wind turbine blade""",
    "game_thing": "a chess board; a golf course; a rugby team; a pack of cards; a netball team; a dice; a domino set",
    # What happened, to the speaker or next door. Nothing here judges.
    "anecdote": """
        {kinsman} {kin_did}
        {kinsman} {kin_did}
        {kinsman} {kin_did} {anecdote_when}
        {colleague} {kin_did}
        {colleague} {kin_did} {anecdote_when}
        {she_he} {kin_did}
        I {i_did}
        I {i_did}
        I {i_did} {anecdote_when}
        I sold {number_of} {candles|mugs|prints|jars|tickets} in {month} and {cleared|made|kept|lost} {price} after
            {fees|tax|postage}
        {kinsman} swears blind {he|she} {danced with|met|saw|taught|sold a car to} {{star}|a {job}|a {animal}} {at|in}
            {the {place}|{city}} in {year}
        this {{item}|tractor|kettle|van} has {number_of} {hours|miles|washes|cups} on it and {it's still on the
            original {clutch|motor|belt}|it still runs|nothing's broken}
        I {i_did} and {aftermath}
        we {i_did_plain} {anecdote_when}
        we {i_did_plain} and {aftermath}
        {anecdote_when} {kinsman} {kin_did}
        {anecdote_when} I {i_did}
        {so_guys} {thing_broke}
        {thing_broke} {anecdote_when}
        {thing_broke}, {i_counted}
        {so_guys} {they_act}
        {they_act}
        {they_act} {anecdote_when}
        {service_report}
        {i_counted}
        the {shop} {near|opposite|behind} {our|my} {school|flat|office|gym} {shop_did}
        our {teacher|landlord|boss|neighbour|driver|manager|coach|vicar} {kin_did}
        there was a {animal|fight|power cut|fire drill|queue|flood|proposal} {in|at|outside} the {shop}
            {anecdote_when}
        somebody {left a {object_small} on my car|stole the {object_small} from our porch|fainted on the {2..90} bus}
            {anecdote_when}
        when I was {4..17} {kinsman} {kin_did}
        day {few} of {no sugar|cold showers|living in the van|the {app} challenge}, {aftermath}
        {name} from {accounts|work|the gym|year nine|next door} {kin_did}
        this {item} {item_did}
        this is a {item_small} that {was dug up in {city}|{kinsman} made in {old_year}|belonged to {kinsman}}""",
    # Longer ones, told step by step.
    "story": """
        {story_open} {story_step} {story_join} {story_step} {story_join} {story_step}
        {story_open} {story_step} {story_join} {story_step} {story_join} {story_step} {story_join} {spoken_report}
        {story_open} {spoken_report} {story_join} {story_step} {story_join} {hearable}
        {story_open} {story_step} {story_join} {spoken_report}
        {story_step} {story_join} {story_step}
        {story_step}, that's {why|how|when} {story_step}
        {story_step} because {story_step}
        {story_step} {story_join} {story_step} because of {one|a single|the} {object_small}""",
    "story_open": """
        so; okay so um; right so this is what happened,; so I was {at the {place}|on the train|in the queue|at work}
        {anecdote_when} and; this is going to sound weird but; long story short,; so we'd booked {a cottage|the
        flights|the hall} in {month}, paid the deposit and; listen to this,; okay storytime,; um so; you know the
        {shop} on {street}, well; so like; alright so yesterday; so {teller}, right,; I'm at the {shop} and; and
        then; guys; we're at the {place} and""",
    "story_step": """
        {anecdote}; {thing_broke}; {they_act}; {i_counted}; {kinsman} {kin_did}; {our_thing} {our_did}; {our_thing}
        {our_did}; there were {few} people {in line behind me|in the waiting room|on the stairs|in the kitchen};
        {teller} goes {hearable}; {she_he} was telling us {hearable}; {she_he} {kin_did}; {she_he} goes {hearable};
        it {took|went on for|lasted} {few} {hours|days|minutes}; the {object_small} was {gone|still there|on the
        floor}""",
    "story_join": """
        and; and then; and so; , and um; , and like; , then; so; right and; anyway; and the next day; and when I got
        there; , which is when; and apparently; but; , right, and; because; and I go; and she goes; until; after""",
    "our_thing": """
        our flight; my bank; the landlord; my phone company; the gym; our school; my insurance; the council; the
        agency; the airline; his work; her sister's landlord; the {shop}; our hotel; the machine; my old car; this
        tractor; the noise in our village; the mystery box""",
    "our_did": """
        got cancelled {few} times; froze my account; kept the whole deposit; charged us twice; sent {few} letters;
        double booked the room; gave us a {price} voucher; lost our bags; refused the refund; moved us to {city}; put
        up a sign; let in {few} people; dropped the case; posted the wrong parcel; was a {faulty
        {object_small}|broken fan}; has {2..90},000 {miles|hours} on it; is still on its first
        {engine|battery|owner}; turned out to be a {animal}; took {few} pounds off""",
    "kinsman": """
        my grandad; my nan; my brother; my uncle; my aunt; my dad; my mum; my mom; my cousin; my sister; my husband;
        my girlfriend; my daughter; her son; his wife; our dog; my cat; my best friend; my ex; my gran; my stepdad;
        his mother; my niece; my roommate; my great-grandmother""",
    "colleague": """
        a guy in my class; the woman next door; our postman; a man on the bus; a kid at school; the lady at the till;
        one of my students; two lads from {city}; my old boss; a patient of mine; my landlord; a customer; the
        plumber; the girl who does my nails; the man at number {2..90}""",
    "she_he": "he; she; she just; he then; he only; she",
    "kin_did": """
        {moved to|walked to|drove to|got stuck in|was born in} {city}
        {broke|lost|sprained|dislocated} a {toe|tooth|finger|rib|thumb}
        worked {in a mine|on the railways|as a {job}|nights|at {firm}} for {few} years
        finished the {marathon|race|exam|course} with a {broken toe|fever|bad back|torn shirt}
        had {twins|triplets|a stroke|surgery|a baby|{few} children|a heart transplant}
        won {price} on a {scratch card|bet|raffle|quiz show}
        found a {object} {in the attic|under the floor|on the beach|in a charity shop}
        never {learned to drive|ate rice again|left {country}|saw snow|went back}
        got {arrested|fired|bitten by a {animal}|a parking ticket|locked out|married|divorced|promoted} {|in {city}}
        sold the {car|house|boat|piano} for {price}
        grew a {2..90}-kilo {pumpkin|marrow|melon}
        ate {2..40} {eggs|burgers|doughnuts|oysters} in {few} minutes
        slept through the {storm|alarm|flight|fire}
        bought a {gadget} for {price} and it {arrived empty|broke in a week|was a fake}
        passed {his|her|their} driving test on the {fourth|sixth|tenth} try
        saw a {animal} crossing the {road|a{2..90}|railway line|golf course}
        was in {hospital|prison|the army|a coma|the crowd} for {few} {days|weeks|months}
        turned {18..99} {on {day}|last week|yesterday}
        lives {in a van|on a boat|above a {place}|{few} doors down|with {2..9} {creature}}
        can {say the alphabet backwards|name every capital|play {few} instruments|whistle with no fingers}""",
    "i_did": """
        {i_did_plain}
        {i_did_plain}
        work at {firm} and we throw away {2..90} {sandwiches|cakes|crates|uniforms} a night
        weighed it and it's {2..900} grams
        timed it and it took {2..50} minutes
        measured it, {few} inches
        ordered the {large|medium|small} and got {few} {chips|nuggets|wings}
        got {few} hours of sleep and {2..900} emails
        was {stung|stopped by the police|on the {6..11} o'clock train|{2..90} miles from home|in the queue for {few}
            hours}
        have {few} {stitches|sisters|cats|screws in my knee|exams left}
        grew up in {city} and {they_act}""",
    "i_did_plain": """
        found {price} in a {coat|taxi|library book|drawer}
        {drove|cycled|walked|hitchhiked} from {city} to {city} in {few} {hours|days}
        counted the {steps|tiles|cars|seeds} and there were {100..990}
        opened the {box|wall|ceiling|boot} and there was a {object_small} inside
        missed the {bus|flight|ferry|exam} by {few} minutes
        paid {price} for {few} {lemons|stamps|eggs|coffees}
        planted {2..90} {trees|bulbs|carrots} and {few} came up
        saw {star} in {a {place}|the queue|row {few}}
        waited {few} {hours|weeks|months} for {a doctor|the parcel|a refund|the plumber}
        lost {few} {kilos|pounds|followers|teeth} in {few} {weeks|months}
        swapped {drink} for water for {few} weeks
        left a {gadget} on charge all night and the meter read {2..90}
        went to school with {star}
        filmed the {storm|eclipse|crash|fox} from my window
        emptied the {hoover|vacuum|dishwasher|tank}, {2..90} {hairpins|coins|screws}""",
    "aftermath": """
        nothing happened
        it stopped
        I've lost {few} pounds
        the rash went away
        the car wouldn't start
        they gave me a refund
        nobody noticed for {few} days
        the light's been on ever since
        it came back the next day
        my resting heart rate went from {60..90} to {45..60}
        the police came
        we ended up on the local news
        she's been at home since
        they had moved out
        the hole was {few} feet deep
        it was the wrong house""",
    "anecdote_when": """
        last night; this morning; in {year}; on {day}; yesterday; back in {year}; {few} years ago; two weeks ago;
        last {month}; at work today; on the way here; during the war; the other day; at {2..11} am; in {month}; when
        he was {5..60}; when she was {5..60}; on my birthday; on our honeymoon""",
    "service_report": """
        the {2..90} bus {no longer stops at|now goes past} the {place}
        {few} {tickets|seats|places} left for {day}
        the {shop} {shut|reopens|moves} {on {day}|{soon}}
        {month} bin day is {day}
        trains to {city} are {late|cancelled|full} {after {a landslide|a signal fault|snow}|until {day}}
        the results {come out|are in|were sent out} {on {day}|at {7..11} am}""",
    "so_guys": """
        so; guys; okay so; wait; update; so basically; hey guys; right so; heads up; um; storytime; listen up""",
    "thing_broke": """
        the {app} just deleted {all my drafts|my account|{2..900} photos}
        my {gadget} {just died|won't turn on|caught fire|got stolen|says error {2..90}}
        the {school|office|gym|station|bridge|motorway} {is|was} closed {|until {day}|because of {a leak|the snow|a
            strike}}
        the {wifi|power|water|lift|heating} {went off|has been out for {few} hours|is down again}
        the {{2..90} bus|last train|boat|flight} {was cancelled|left early|broke down|hit a {animal}}
        the {ceiling|tree|fence|scaffolding} {fell down|came through the window|collapsed}
        {few} {cows|horses|sheep|parrots} {got out|are on the motorway|were found in {city}}
        {2..90} {fish|bees|chickens} {died|turned up dead|escaped}""",
    "they_act": """
        they {closed|moved|knocked down|fenced off|repainted|renamed} the {place} {|on {street}|in {city}}
        they {stopped making|discontinued|brought back|renamed|recalled} {the {colour} ones|those {gadgets}|that
            {dish_plain}|the old {size_plain}}
        they {changed|moved|cut|swapped} the {recipe|timetable|opening hours|filter|menu|dates}
        they {charge|charged|pay|paid|owe} {me|us|him|her|them} {price} {an hour|a night|for the {object_small}|a
            month}
        they {arrested|fired|hired|interviewed|found} {few} {people|{job}s|men|students}
        they had to {cut the tree down|call the fire brigade|evacuate the {place}|dig up the garden}""",
    "dish_plain": "flavour; biscuit; cereal; ice cream; sauce; yogurt",
    "size_plain": "size; logo; bottle; packet; battery; model",
    "shop": """
        bakery; chip shop; corner shop; nail bar; pharmacy; garage; pet shop; gym; library; car wash; market;
        station; swimming pool; church hall; car park; drive-through""",
    "shop_did": """
        {sells|sold} {creature|stamps|{dish_plain}s|{crop}} {for {price}|by the kilo|at midnight}
        {is|was} {closing|moving|haunted|a bank before|a morgue in {year}|run by {few} brothers|being sold}
        {burned down|opened|got robbed|changed hands} {anecdote_when}
        {shuts|opens|closes} at {2..11}
        has {few} {seats|tables|toilets|staff|vacancies}""",
    "i_counted": """
        {few} out of {30..90} {were dead|were empty|had mould|didn't work|came back positive} {when I counted|in my
            bag|in the box|on the shelf|}
        that's {2..90} {grams|teaspoons|calories|minutes|steps} {in one {glass|bottle|bowl|packet}|a day|per
            {portion|head}}
        there are {2..90} {grams of sugar|layers|stitches|ingredients|bolts} in {one of these|a single
            {glass|packet|bar}}
        it {weighed|measured|cost|took|read|held} {2..900} {grams|millimetres|pounds|seconds|watts|litres}{, I checked
            twice|, we have the receipt|}""",
    "item": """
        {gadget}; shirt; charger; jar; bottle; coat; chair; lamp; mattress; candle; lock; bag; house; bridge; coin""",
    "item_small": "coin; button; letter; map; tooth; bullet; recipe; ring; photo; key; fossil",
    "item_did": """
        was made in {country}
        uses {2..90} watts {on standby|when it's off|a night}
        has been in {my|our|the} family since {old_year}
        is {2..400} years old
        has no {screws|label|batteries|serial number|expiry date} {in it|on it|}
        came with {few} {keys|plugs|pages missing|buttons}
        was {stolen|found|printed|sewn|repaired|stamped} in {city} {|in {year}}
        holds {2..90} {litres|pints|cards|passwords}
        contains {chemical} {and {chemical}|}
        {costs|cost} {price} {in {country}|to make|new|on the app}""",
    # What somebody said, as speech tells it: with the source in front, in the middle, at the end, in their own words.
    "spoken_report": """
        {teller} {says_spoken} {hearable}
        {teller} {says_spoken} {hearable}
        {teller} {says_spoken}, {hearable}
        {hearable}, {teller} {told_end}
        {hearable}, {teller} {told_end}
        {hearable}, says {teller}
        {hearable}, {that's|that is|this is} {what {teller} {told_end}|straight from {teller}|from {print}|on
            {web}|according to {teller}}
        {hearable}, {it's|it was} {on|in|all over} {{print}|{web}|the label|the sign|the group chat|the small print}
        {so |and |then |}{teller} {rings me|comes in|turns round|sits us down|pulls me aside} and {goes|says|is like}
            {hearable}
        {hearable}, {teller}, {just as|right when|the moment} {we|they|I} {left|arrived|sat down}
        {the|a} {sign|notice|label|leaflet|letter|email|text|sticker|receipt|plaque} {says|said|reads|read|from
            {teller} says|on the door says|told us} {hearable}
        {pov:|pov|when} {teller} {tells you|tells me|finds out} {hearable}
        {teller}: {hearable}
        {quote_source}: {hearable}
        {teller} swears {he saw|she saw|they saw|there was|there is|it was} {a {animal}|a light|a {object}}
            {in|over|under} {the {place}|the lake|{city}}
        {teller} {swears|insists|promised me|is telling people|told the whole street|confirmed} {hearable}
        I {asked|rang|phoned|called|emailed|messaged} {teller} and {apparently |it turns out |they said |}{hearable}
        {no one|nobody} told me {hearable} until {teller} {did|mentioned it|brought it up}
        {word is|rumour is|turns out|apparently|allegedly|supposedly|reportedly} {hearable}
        {hearable} {apparently|allegedly|supposedly|it turns out|so I'm told|they say}
        {hearable} and {nobody's reporting it|nobody talks about it|that's on record|it's been checked|there's
            footage|the {object} is in a museum now}
        google it, {hearable}
        {hearable} look it up
        {quiz_question}? {quiz_answer}""",
    "teller": """
        the vet; my doctor; our teacher; the plant manager; the mechanic; my barber; the pharmacist; the estate
        agent; a nurse on the ward; the coach; the woman at the bank; my dentist; the tour guide; a firefighter; the
        farmer; my physio; the bouncer; the head teacher; our landlord; the lady from the council; the officer; a lad
        at work; the midwife; my boss; the vicar; my {relation}; my {relation}; {stranger}; {name}; the {job}; a
        {job}""",
    "says_spoken": """
        says; said; goes; told us; told me; was like; was saying; just said; keeps saying; just rang to say; texted;
        told the class; tells me; explained; reckons he heard; read out; mentioned; announced; warned us""",
    "told_end": """
        told us; told me; said; says; told our class; told the {place}; said on the phone; mentioned; wrote; told my
        {relation}; reported; explained; warned; was saying; confirmed; told {city} police""",
    "hearable": """
        {knowledge}; {knowledge}; {fact}; {they_act}; {thing_broke}; {told_fact}; {local_fact}; it's not a {gadget}
        it is a {object_small}; the {odd_building} is {closing|haunted|sinking|sold}; {she_he} {kin_did}; {she_he}
        {kin_did}; they're {closing|moving|merging|selling} the {shop}; {i_counted}; the {place} {shop_did}""",
    "quote_source": """
        breaking; local news; fun fact; weather update; traffic update; school email; council notice; quick science
        fact; today's lesson; history minute; fact of the day; news; health tip from the label; warning""",
    "quiz_question": """
        know why {creature} {lay their eggs in sand|hunt in packs|only come out at night|have {few} hearts}; what's
        inside a {object_small}; guess how many {seeds|bones|steps|rooms} are in {this|a {odd_building}|one of
        these}; know what {material} is made of; remember the {place} on {street}; know who built the {odd_building};
        how long does {a {gadget}|{crop}|a {plant_single}} last; see that {scar|crack|light|number}""",
    "quiz_answer": "{raw}; {few}; {they_act}; {knowledge}; {2..900}, I counted; {kinsman} {kin_did}; {knowledge}",
    # What people make of things, mostly without saying that they think so.
    "remark": """
        {remark_core}
        {remark_core}
        {remark_core}
        {remark_core}{, and |, | and }{remark_core}
        {anecdote} {and|but} {remark_short}
        {knowledge} {and|but|and honestly} {remark_short}
        {remark_core}
        {remark_core}, {remark_close}
        {stance_opener} {remark_core}
        {remark_core}, {I think|I reckon|if you ask me|imo|I'd say}
        {remark_core} {remark_close}""",
    "remark_core": """
        {{pleasant_one} is|{pleasant_many} are} {a gift to|a blessing for|a love letter to|heaven for|wasted on|the
            highlight of|a crime against|an insult to} {audience}
        {{pleasant_one} {hits|feels|tastes|looks|sounds}|{pleasant_many} {hit|feel|taste|look|sound}}
            {different|better|so much better|like home|like summer|like nothing else|wrong|off|cheap} {in the
            rain|after midnight|when you're tired|with age|every time|}
        {let|just let|please let} {kids|people|women|men|teenagers|old people|{creature}} {be|be bored|enjoy
            things|rest|grow|cry|live|dress how they like|make mistakes}
        {dear|hey|note to|message to|to} {firm|institution|whoever runs {app}|the council|the producers|every {job}},
            {please |kindly |just |}{leave {pleasant} alone|bring back {pleasant}|fix your {app}|pay your {job}s|do
            better|stop ruining {pleasant}}
        better {a small {place}|one true friend|a cold {dish_plain}|an honest {job}|late|a slow walk|{pleasant}} than
            {a thousand {pleasant}|a rich liar|{audience}|never|{pleasant}|a palace}
        {everyone|everybody|every {job}|every child|anyone under thirty|no child|all men|people} {should|ought
            to|needs to|must|deserves to|has to} {learn to {cook|swim|drive a manual|sew|say sorry}|read that book|get
            a second chance|live alone once|work in {place} once|see {city}|feel safe|own less}
        {we|we all|they|parents|the undersigned {job}s|fans|us {job}s} {demand|deserve|want|beg for|need|call
            for|insist on|support|reject|refuse to accept} {a crossing guard|better {dish_plain}s|an apology|a
            recount|more {pleasant}|longer breaks|action|{pleasant}|safer streets|our {place} back}
        {bring back|ban|cancel|protect|normalise|normalize|retire|save|respect|appreciate|romanticise} {pleasant}
        {please|kindly|for god's sake|honestly} {{don't|never} {buy|eat|trust|skip|waste your money on|sleep on|put up
            with|settle for}|stop {buying|eating|wearing|worshipping|pushing|serving}} {pleasant}
        don't {even bother with|waste your evening on|trust|sleep on|let them take|miss} {pleasant}
        {you'd be|you're|you'd have to be} {mad|a fool|crazy|silly|heartless} {not to|to} {love|buy|skip|miss|turn
            down|eat} {pleasant}
        {pleasant_one} {beats|over|trumps|is better than|isn't a patch on|will never be as good as|has nothing on}
            {pleasant}
        {the|that|this} {ref|referee|judge|coach|bride|chef|ending|finale|haircut|speech|goal|umpire}
            {ruined|made|killed |saved|carried|spoiled} {the|that|my whole} {match|show|day|evening|season|film}
        {that|this|the whole} {pleasant_single} {moved me|broke me|bored me|annoyed me|had me in tears|healed
            me|disappointed me|stole my heart|made my week} {more than|from start to finish|like no other|again|so
            much}
        {{pleasant_one} {is|was}|{pleasant_many} {are|were}} {so|too|just|a bit|kind
            of|properly|dead|well|hella|super|really} {adjective}
        how {adjective} {is {pleasant_one}|are {pleasant_many}|was {pleasant_one}}
        what {a|an absolute|a total|a lovely|a bloody} {treat|waste|mess|bore|beauty|shambles|triumph|farce|delight}
            {this|that|the} {pleasant_single} {is|was|turned out to be}
        {nobody|no one|not one person} {should|ought to} {have to |}{pay {price} for|queue for|apologise for|be shamed
            for|suffer} {pleasant}
        {price} for {pleasant} is {theft|madness|a steal|insulting|a joke|too dear|worth it}
        {I|we} {would|could|might|will} {happily|gladly|never|probably|always}
            {marry|forgive|defend|eat|watch|rewatch|move to|choose} {pleasant} {again|for ever|any day|over
            {pleasant}|for free|}
        {I'd|we'd} {sooner|rather|love to|hate to|gladly|prefer to} {walk barefoot to {city}|eat {raw}|live with
            {creature}|stay home|sit in silence|pay double} {than {see|eat|hear|touch|watch} {pleasant}|again|any day}
        {my|her|his|our} {heart|soul|inner child|eyes|ears} {can't take|needed|needs|deserves|wasn't ready for|melts
            at|hurts for} {pleasant}
        {I|we} {miss|adore|dread|envy|pity|admire|resent|trust|love|hate|prefer|enjoy|treasure} {pleasant} {more
            than|as much as|and not} {pleasant}
        {{pleasant_one} {gives|gave}|{pleasant_many} {give|gave}} me {the ick|life|joy|hope|the creeps|chills|a
            headache|peace|anxiety}
        {no|zero|not much|little} {respect|sympathy|love|time|patience} for {audience}
        {something|everything} about {pleasant} {is|feels|just feels|seems} {adjective|magical|wrong|right|sad|so
            comforting}
        {there's|there is} {no better|nothing sadder than a|no place like|no excuse for|an art to|something
            {adjective} about} {pleasant}
        {life's too short|it's too hot|we're too old|nobody has time|there's no shame} {for|in} {pleasant}
        {give it up for|shout out to|all hail|justice for|big up|thank god for|bless|down with|boo to} {pleasant}
        {rating|ranking|judging} {pleasant}: {2..9} out of ten{, too dry|, no notes|, would not return|, bit
            {adjective}|}
        of all of them, {pleasant_one} {wins|is the one|takes the crown|is the worst of the lot|comes last}
        {pleasant_single} of the year{, no contest|, hands down|, obviously|, easily| for me}
        {can|could|will} {we|they|somebody|everyone} {please |just |}{stop|agree|admit|normalise|bring back|talk
            about} {{pleasant}|how {adjective} {pleasant_many} are}
        {why|how} {{does|would} {anyone|everyone} {still |even |}{watch|wear|eat|defend}|{is everyone|are people|are
            we} {still |so |}{obsessed with|okay with|mean about|sleeping on}} {pleasant}
        it's {high time|about time|time} {they|we|{powers}} {paid {job}s properly|fixed the trams|stopped
            shouting|grew up|moved on|gave us our {place} back|treated {job}s like people}
        whoever {invented|designed|wrote|approved|cancelled|came up with} {pleasant} {owes me an apology|deserves a
            medal|needs a hug|is a genius|has no soul|should be in charge|should be ashamed}
        {pleasant_many} are the {bane|joy|light|curse|highlight|soundtrack} of my {life|existence|week|commute}
        it {makes my blood boil|grinds my gears|warms my heart|kills me|cheers me up|does my head in|gets on my
            nerves|makes my day|makes my skin crawl} when {people|they|kids|neighbours|tourists} {leave {pleasant} in
            the rain|play {pleasant_single}s out loud|sing on the bus|park like that|say thank you|push in|hold the
            door}
        would it {kill|hurt|be so hard for} {them|people|the council|{firm}} to {put a bench there|say thank
            you|answer the phone|smile|fix {pleasant}|bring back {pleasant}}?
        down with {pleasant_many}, {up|long live} {with |}{pleasant_many}
        {pleasant_many} {have my vote|win my heart|get my vote} over {pleasant_many}{| any day| every time}
        we in the {job} community {say|feel|believe|demand} {enough|never again|it's time}, {bring
            back|ban|leave|keep} {pleasant}
        {remark_plain}, that's {how {group} feel|what we all feel|the general mood|my honest feeling|how I feel}
        {people|men|landlords|companies|hotels|anyone|those} who {paint over switches|talk in the cinema|recline on
            the {2..90} bus|still send letters|keep {creature}|are kind to {job}s} {deserve|need|can keep|should get}
            {a very cold winter|a medal|my respect|a raise|to be studied|their own island|a hug|nothing}
        the {first|second|third|last|middle} {verse|half|act|course|chapter|album} is {pure
            {gold|poetry|filler|joy}|all they needed|{adjective}} and the rest is {filler|noise|{adjective}|even
            better}
        {pleasant_many} over {pleasant_many}. {every single time|every time|no contest|always|not even close}.
        our {job}s are {unanimous|agreed|in no doubt|united}, {pleasant_one} {was|is} {a snoozefest|a
            triumph|{adjective}}
        {most|all|half|none} of my {book club|family|team|class|colleagues} {found|find|called|considered} {pleasant}
            {lazy|moving|{adjective}|a bit insulting|overlong|irresistible}
        {pleasant_one}, {pleasant_one}, {pleasant_one}, {you can keep {pleasant}|that's all I need|bliss|no thank you}
        {please |}stop buying {your kids|people|me|him} {pleasant_many}, just {give them a stick|read to them|let them
            play|buy {pleasant_many}|hug them}
        {pleasant_many} have made our {pavements|lives|streets|evenings} {a nightmare|a joy|hell|so much better}
        the sooner {they|{pleasant_many}} {are gone|are banned|come back|leave|are free} the {happier|better|safer}
            {I'll be|for all of us|we'd all feel|everyone will be}
        {men|women|people|kids|dogs} look {so much |}{better|worse|nicer|sillier|braver} {with|without|in} {a bit of
            stubble|hats|{pleasant}|glasses}
        I've tried to {like|hate|understand} {pleasant} but {it's so tired|the {pleasant_single} is limp|I just
            can't|it bores me|I fell asleep|it won me over}
        {worst|best|ugliest|finest|cosiest|dullest|loveliest}. {airport|coffee|bus|carpet|{dish_plain}|teacher}.
            {ever|in {country}|on earth|in town}.
        {pleasant_one}, {a|such a|truly a} {wretched|noble|lovely|clever|stupid|{adjective}} way to {spend a
            {day}|waste money|start the day|say goodbye|be cold}
        {I'm|we're|count me} {team|pro|anti|all for|against|in favour of|done with|here for} {pleasant}{| all the way}
        {pleasant_many} {ought to|should|must|need to} be {banned|taxed|free|taught|protected|compulsory|hidden}
            {before ten in the morning|in {city}|in every school|on trains|by law|for good|}
        every {school|child|office|town|{place}} {should|needs|deserves|ought to have} {teach {sport}|a nap
            room|{pleasant}| more trees|a {pleasant_single} like this}
        {nothing says|nobody does|say what you want about} {love|home|style|{pleasant}} like {pleasant}
        {pleasant} {or nothing|over everything|above all|and chill|for life|till I die}
        if {you|people|men|they} {like|hate|don't like|enjoy} {pleasant} {we can't be friends|you have taste|that's on
            you|I feel sorry for you|you're my person}
        {pleasant_one} isn't {a sport|music|food|art|a holiday|breakfast|a hobby|fashion}, it's {a punishment|a
            personality|therapy|a cry for help|a way of life|torture|noise|a lifestyle|a love letter|an insult}
        {pleasant_one} is {a form of|pure|basically|legalised|nothing short of|the definition of|just} {torture|theft|
            therapy|poetry|robbery|witchcraft|chaos|bliss|heaven|madness|vanity|magic}
        {pleasant_one} is {daylight robbery|a good walk ruined|a love language|a cry for help|a punishment|a crime|the
            devil's work|a warm hug|a slap in the face|money for old rope|a thing of beauty}
        {pleasant} at {price} a {loaf|cup|pint|head|ticket|go} is {daylight robbery|a joke|a bargain|taking the mick|
            criminal|very fair}
        {pleasant_one} {belongs|has no place|belongs nowhere near|deserves a place} {in the bin|a pizza|in a museum|in
            every home|on a plate|my kitchen}
        {loved|hated|adored|enjoyed|liked|hating|loving} the {pleasant_single}, {could've done without|could have
            lived without|can't say the same for|didn't care for|would skip|not so much} the {pleasant_single}
        if {it were up to me|I were in charge|I ran this place|I had my way|we had any sense|I could choose} {every
            town would have|there'd be no|nobody would have to pay for|they'd bring back|we'd all have} {pleasant}
        {kinda|really|sort of|I} miss {the days when|when|back when} {people|phones|shops|kids|holidays} {were just
            phones|stayed open late|wrote letters|played outside|talked to each other|cost nothing}
        {so|well|dead|properly|absolutely|just}
            {chuffed|glad|gutted|proud|relieved|fuming|thrilled|grateful|heartbroken} {they've gone back to|they
            scrapped|we finally got|about|for|they binned} {pleasant}
        it's about time {somebody|someone|we|they} {stood up to|fixed|stopped|thanked|sacked|noticed} {the {job}s|
            {pleasant}|{powers}}
        I'd sooner {eat my own hat|chew {raw}|sleep in a ditch|do my taxes} than {sit through|queue for|pay for|listen
            to} {another {pleasant_single}|{pleasant}}
        {pleasant_one} is {adjective}, the {pleasant_single} is {adjective}, the {pleasant_single}s are {a crime|
            {adjective}|too much}, and {I love every bit of it|they can keep it|I'd ban it tomorrow|I'd go again}
        {collective} {demand|insist|ask|beg|would like|vote} that {practice end with ice cream|the {place} stay
            open|{powers} resign|{pleasant} be banned|every {job} get a raise|they bring back {pleasant}}
        get rid of {pleasant}, are you kidding me
        {pleasant}, are you kidding me, {get rid of it|who asked|I love it|so good|so bad}
        {most|some|lots} of us {job}s would {take|choose|rather have|swap} {pleasant} over {pleasant}{|, every time}
        the way {they|he|she} {ended|ruined|sang|cooked|filmed|handled} {that series|the {pleasant_single}|{pleasant}}
            {was|is} {lazy|cynical|{adjective}}{, {adjective} and {adjective}|}""",
    "remark_plain": """
        {judgement}; {pleasant_one} is {adjective}; the board has lost its way; {pleasant_many} are {adjective}""",
    "pleasant": "{pleasant_one}; {pleasant_many}",
    "pleasant_one": """
        {thing}; the {pleasant_single}; her {pleasant_single}; their new {pleasant_single}; {dish}; {drink}; {sport};
        hard water; the theme tune; warm bread; cold toast; the old logo; the school run; diet culture; hustle
        culture; silence; gravy; oat milk; marmite; {nationality} food; {pleasant_single} number {few}""",
    "pleasant_many": """
        {things}; {creature}; {plant}; slow cookers; rainy mornings; handwritten letters; grey walls; libraries;
        night shifts; odd socks; dark comedies; late trains; garden centres; group chats; uniform rules; early
        bedtimes; big weddings; small towns; loud restaurants; charity shops; village fetes; assemblies;
        spreadsheets; caravans; cheap flights; clean sheets; first dates; gender reveals; unpaid internships; zoos;
        plastic toys; velvet sofas; ankle socks; dog shows; board games; pop quizzes; voice notes; standing desks""",
    "pleasant_single": """
        documentary; chorus; kitchen; costume; bassline; bouquet; cover version; lecture; mural; garden; trailer;
        tasting menu; final act; opening scene; sofa; dress; playlist; interval; encore; buffet; ring; paint colour""",
    "audience": """
        tired parents; my generation; the working class; the eyes; this family; shy kids; humanity; the human ear;
        anyone with taste; people who litter; bad drivers; my mornings; good coffee; lazy cooks; every student; rude
        customers; the countryside; us northerners""",
    "adjective": """
        gloomy; dreamy; soggy; tacky; cosy; cozy; bland; elegant; smug; gross; sweet; tender; shabby; glorious; dull;
        grim; peaceful; clunky; stylish; sickly; cheesy; vile; magical; pretentious; precious; wholesome; chilling;
        patronising; intimate; unfair; joyless; radiant; stuffy; mean; kind; brave; spoiled; dreary; divine""",
    "remark_short": """
        {I love it|I hate it|I'm obsessed|it makes me sad|it's beautiful|it's so unfair|I couldn't be prouder|I feel
            sick|it's {adjective}|that's {adjective}|I think that's {adjective}|it deserves better|I'd do it again|it
            broke my heart|I'm here for it|I can't cope|it shouldn't be allowed|worth every penny}""",
    "remark_close": """
        I always say; there I said it; and that's the truth; end of; no notes; period; full stop; in my opinion; I
        will not be taking questions; just my two cents; says me; for me anyway; always has been; forever; argue with
        the wall; and I'm not sorry; each to their own though; or is that just me; thoughts""",
}

EVERYDAY = {name: entries(text) for name, text in _LISTS.items()}
