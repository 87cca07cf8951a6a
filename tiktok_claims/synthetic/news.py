"""Templates of sober reporting: events, and whole sentences that tell them with or without their source.

What others think is reported too; nothing here judges in its own voice.
"""

from tiktok_claims.synthetic.vocabulary import entries

_LISTS = {
    # Stands after "that" and alone.
    "event": """
        at least {3..90} people were {injured|killed|arrested|rescued} when a {crash_thing}
            {crashed|overturned|caught fire} near {city} {on_day}
        unemployment {fell|rose} to {2..14}.{1..9} percent in {month}
        inflation {slowed|eased|accelerated|climbed} to {2..14}.{1..9} percent in {month}, {up|down} from
            {2..14}.{1..9} percent a year earlier
        shares in {firm} {rose|fell} {small_percent} {on_day}
        {firm} will cut {2..9}00 jobs at its plant in {city}
        {firm} agreed to buy a {nationality} rival for {big_money}
        {firm} recalled {2..90},000 {gadgets} after reports of {overheating|faulty batteries|sharp edges}
        {firm} reported a {profit|loss} of {big_money} for the {first|second|third|fourth} quarter
        talks on {issue} {resumed|broke down|ended without agreement} in {city} {on_day}
        parliament voted {200..300} to {40..190} in favour of the bill {on_day}
        parliament passed a law on {issue} {on_day}
        the vote on {issue} was postponed until {month}
        police arrested {some} people in connection with the {robbery|protest|fraud|fire} in {city}
        a {20..70}-year-old man was charged with {fraud|arson|theft|bribery|perjury} {on_day}
        {count} homes in {city} were left without {power|water|gas} after {a storm|flooding|a landslide}
        the storm brought winds of up to {60..190} kilometres an hour to {country}
        the central bank {raised|cut|held} its key rate {by a quarter point|by half a point|at {1..7}.25 percent}
        the number of {visitors|asylum seekers|births|road deaths|new cases} in {country} {rose|fell} by
            {small_percent} in {year}
        {country} will send {2..90} {firefighters|doctors|generators|trucks of food} to {country}
        {country} and {country} signed an agreement on {issue} in {city}
        {country} expelled {few} diplomats from {country}
        the {place} in {city} will reopen in {month} after repairs costing {big_money}
        construction of the new {place} began in 19{60..99} and was completed in {recent_year}
        thousands of {workers|nurses|teachers|farmers|students} marched through {city} to protest against cuts to
            {issue}
        {train drivers|nurses|teachers|dockers|pilots} in {city} will strike for {few} days in {month} over pay
        turnout in {city} was {30..80} percent, compared with {30..80} percent in {year}
        a court in {city} sentenced {a former mayor|a businessman|two brothers|an accountant} to {few} years in
            prison
        the court rejected the appeal {on_day}
        the budget sets aside {big_money} for {issue}
        exports from {country} to {country} {rose|fell} by {small_percent} in the year to {month}
        the mayor of {city} resigned {on_day} after {few} years in office
        {the vaccine|the drug|the treatment} was tested on {2..9},000 patients in {few} countries
        the rocket lifted off at {1..12}:{10..59} local time and reached orbit {few} minutes later
        {some} flights were cancelled because of {fog|a strike|a computer fault|snow}""",
    "on_day": """
        on {day}; on {day}; late on {day}; on {day} morning; in {month}; last week; early on {day}; this week""",
    "crash_thing": "bus; coach; lorry; freight train; light aircraft; ferry; tram",
    # Whole sentences.
    "news_sentence": """
        {event}, {institution} said {on_day}
        {event}, {official} said
        {event}, according to {source}
        {event}, according to figures released {on_day}
        {institution} said {on_day} that {event}
        {institution} {confirmed|announced|reported} that {event}
        {official} {told reporters|told a news conference|said in a statement|said in an interview|confirmed} that
            {event}
        {official} said {country} had no plans to {country_act}
        {official} said {powers} had {not |}{discussed|approved|rejected|ruled out} a {plan_noun} on {issue}
        {official} told the {committee|court|inquiry|newspaper} that {firm} had {known about the fault|kept no
            records|paid the fine} since {year}
        {official} declined to comment
        {institution} did not respond to a request for comment
        "{quote}," {official} said
        "{quote}," said {official}
        "{quote}," {official} told reporters in {city}
        {official} described the {plan} as "{quoted_judgement}"
        {official} called the {plan} {called}, {adding that|saying|and warned that} {event}
        critics say the {plan} {is {called}|will hurt the poor|ignores {issue}}, a charge {powers} denies
        opponents of the {plan} argue that it {would cost too much|breaks international law|does too little for
            {issue}}
        supporters say the {plan} will {create jobs|save {big_money}|protect workers|cut waiting times}
        the {plan}, which was {announced|published|approved} in {month}, sets aside {big_money} for {issue}
        the {plan} was {approved|rejected|amended|shelved} by {40..300} votes to {20..200} {on_day}
        {powers} {approved|rejected|published|delayed|withdrew} the {plan} {on_day}
        {powers} plans to {raise|cut|freeze} spending on {issue} by {small_percent} over the next {few} years
        {powers} has set up a {commission|task force|fund} to look into {issue}
        a spokesperson for {firm} said the {fault|outage|breach|error} had been fixed and that {count} customers
            were affected
        the suspect, a {20..70}-year-old man from {city}, appeared in court {on_day} and denied the charges
        the {hearing|trial|inquest|inquiry} {opened|continues|resumes} on {day} and is expected to last {few} weeks
        {name} {surname} was born in {city} in 19{30..85} and {biography}
        {surname}, who {biography_past}, has led {firm} since {recent_year}
        {surname} joined {firm} in {recent_year} after {few} years at {firm}
        founded in {old_year}, {firm} employs {2..90},000 people in {few} countries
        the {place}, built in {old_year}, is open from {8..10} am to {4..9} pm and attracts {2..90},000 visitors a
            year
        the study, published in {month}, followed {2..9},{100..999} {nurses|children|drivers|patients} over {few}
            years
        researchers surveyed {2..9},{100..999} people in {few} countries and found that {percent} of them
            {people_do}
        the agreement was signed in {city} in {year} and covers {issue} and {issue}
        the deal, worth {big_money}, is subject to approval by {the regulator|shareholders|the court}
        residents were told to stay indoors while firefighters tackled the blaze at the {place}
        no one was hurt, and the cause of the fire is under investigation
        the family moved to {city} in {year}, where {name} worked as a {job}
        the law, which takes effect in {month}, applies to companies with more than {2..9}00 employees
        under the {plan}, households would receive {price} a month from {month}
        the match ended {1..5}-{0..4} after {surname} scored in the {2..90}th minute
        it was the {second|third|fourth|fifth|sixth} such {incident|strike|rate rise|recall} in {country} since
            {year}
        the figures do not include {part-time workers|people over sixty-five|the self-employed|{city}}
        last year {country} spent {big_money} on {issue}, {small_percent} more than in {year}
        {percent} of those polled said they would {vote for the {party|opposition}|support the {plan}|move abroad},
            while {percent} were undecided
        {powers} has {until the end of {month}|{few} days} to respond to the report
        the report says {firm} ignored {few} warnings about {safety|its finances|the leak} between 19{70..99} and
            {recent_year}
        a vote on the {plan} is scheduled for {day}, and a final decision is expected in {month}
        in {year}, {powers} introduced a similar {plan}, but it was {dropped|struck down|repealed} {few} months
            later
        {official} accused {powers} of {ignoring {issue}|wasting {money}|misleading the public}, which {official}
            denied
        doctors at the hospital said {some} patients had been treated for {burns|smoke inhalation|minor
            injuries|food poisoning}
        the bill now goes to the upper house, where it needs a two-thirds majority
        {country}'s economy {grew|shrank} by {0..3}.{1..9} percent in the {first|second|third|fourth} quarter,
            {institution} said
        the train was carrying {40..300} passengers from {city} to {city} when it derailed
        samples taken from the river contained {2..9} times the legal limit of {chemical}
        negotiators met in {city} {on_day} to discuss {issue} and {issue}
        "{quote}," {surname} said, adding that {event}
        "{quote}," the statement said
        asked about {issue}, {official} replied: "{quote}"
        {official} said {he|she} {believed|thought|felt|hoped|feared} the {plan} would {pass|fail|help {job}s|be
            amended|be challenged in court}
        {official} said {he|she} was {disappointed|pleased|surprised|concerned|"appalled"|confident} after the vote
            on {issue}
        {percent} of {voters|people|parents|viewers} {think|believe|feel|say} the {plan} {goes too far|is unfair|is
            a good idea|should be scrapped}, a poll {found|showed|suggests}
        {document} found that {percent} of people {think|believe|feel} that {powers} {should|should not} {power_act}
        {nationality} officials said they hoped to reach a deal on {issue} by the end of {month}
        analysts {expect|expected} {inflation|unemployment|growth} to {rise|fall} to {2..9}.{1..9} percent {soon}
        analysts had forecast a {profit|loss} of {big_money}
        {powers}, which took office in {recent_year}, has promised to {raise|cut|freeze} spending on {issue}
        the {party|committee|council}, founded in {old_year}, has {20..400} members
        {surname} {is the author of|has written|published} {few} books on {issue}
        {surname} was {elected|appointed|dismissed|re-elected} in {recent_year} with {30..70} percent of the vote
        {surname} and {surname} met for the first time at a {conference|wedding|hearing|summit} in {city} in {year}
        {official} arrived in {city} on {day} for a {two|three|four}-day visit
        the {bill|law|treaty|ruling} {requires|allows|prohibits} {companies|landlords|schools|banks} {from
            sharing|to publish|to keep} {data|records}{| for {few} years}
        under {nationality} law, a {minister|judge|mayor} can be removed by a two-thirds majority
        the {place} stands on the site of a former {place} and was designed by a {nationality} architect
        since {recent_year}, {powers} has spent {big_money} on {issue}
        the {incident|accident|fire|collision} happened shortly after {1..11} {am|pm} on {street}, {institution}
            said
        witnesses reported hearing {an explosion|shots|a loud bang} near the {place}
        two of the victims, aged {20..60} and {20..60}, remain in a critical condition
        the {defendant|suspect|driver}, {20..70}, pleaded {guilty|not guilty} to
            {fraud|arson|theft|bribery|dangerous driving}
        the fund manages {big_money} on behalf of {2..9}00,000 {teachers|farmers|savers}
        the species was first described in {old_year} and is found only in {country}
        {country} holds its next election in {month}, and {few} parties have registered
        more than half of the {money|aid|funding} {went to|came from} {country}
        the protest began at {6..11} am and ended without incident, {institution} said
        prices of {food} and {food} {rose|fell} for the {second|third|fourth|fifth} month in a row
        oil {rose|fell} {small_percent} to {50..120} dollars a barrel
        the {euro|pound|dollar|yen} {gained|lost} {small_percent} against the {krona|peso|franc}
        temperatures in {city} reached {30..44} degrees on {day}, the highest since {year}
        {institution} has issued a warning for {rain|snow|heat|high winds} in the {north|south|west|east} of
            {country}
        {star} will play {few} concerts in {country} in {month}
        the film, directed by {name} {surname}, opens on {day} in {some} cinemas
        doctors at {institution_place} removed a {coin|button|toothbrush|key} from the {man's|woman's|boy's} stomach
        {official} said {powers} {should|must|needed to} {power_act}
        {official} {called on|urged|asked} {powers} to {power_act}
        {institution} {urged|advised} {residents|drivers|parents|visitors} to {stay at home|avoid {street}|boil
            their water|check their {gadgets}}
        {firm} said it would {close|sell|reopen|expand} its plant in {city} {soon}
        {official} said {he|she} would {resign|stand down|appeal|run again|return} if the {plan} {passed|failed}
        the court ruled that {firm} must pay {big_money} to {some} {customers|former workers|families}
        {country} had its {worst|best|driest|wettest|hottest|coldest} {month} since {year}
        it was the {worst|best} harvest in {country} for {few} years, {institution} said
        {food} is now more popular than {food} in {country}, according to {source}
        the {plan} {would|will} {affect|cost|benefit} {2..90},000 {households|pensioners|students|farmers},
            {institution} said
        {official} said the {fire|storm|strike} was the worst in {few} years
        the party lost {few} seats but kept its majority
        the talks were due to end on {day} but were extended by {few} days
        {surname} apologised to the family, but did not admit liability
        {surname} said {his|her} {kin} had been "{treated like a criminal|let down|very brave|the love of {his|her}
            life}"
        {name} {surname}, a {job} from {city}, said {she|he} had {lost|saved|spent} about {price} a week since
            {month}""",
    "plan_noun": "deal; vote; reform; compromise; new law; proposal",
    "institution_place": "the university hospital; a clinic in {city}; the children's hospital in {city}",
    "quote": """
        we are reviewing the matter
        we don't yet know what caused the fire
        it's a sad day for {city}
        we will not be intimidated
        this is the best result we could have hoped for
        nobody should have to live like this
        I have nothing to hide
        we believe the {plan} is the right way forward
        the {plan} is a disgrace
        there is no evidence of foul play
        I was in the kitchen when I heard a bang
        our thoughts are with the families
        we expect the work to take {few} weeks
        people are frightened
        I think we played well
        it will cost us {big_money}
        we need more {nurses|houses|time|money}, not more words
        the numbers speak for themselves
        I'm proud of what we have achieved""",
    "quoted_judgement": """
        a disaster; a missed opportunity; a step in the right direction; unworkable; cruel; historic; long overdue; a
        betrayal; reckless; ambitious; a good day for {country}""",
    "called": """
        a mistake; shameful; necessary; irresponsible; unfair; a great success; a waste of money; illegal; dangerous""",
    "biography": """
        studied {law|medicine|engineering|history|music} in {city}
        worked as a {job} before entering politics
        moved to {country} at the age of {5..30}
        died in {city} in {recent_year}
        wrote {few} novels
        won the national {sport} title in {recent_year}""",
    "biography_past": """
        trained as a {job}
        grew up in {country}
        served {few} years in the army
        studied {law|physics|economics} in {city}
        previously worked for {institution}""",
}

NEWS = {name: entries(text) for name, text in _LISTS.items()}
