"""Words that tell names of people from other capitalised words."""

GIVEN = frozenset(
    "aaron abraham adam adolf agnes alan albert alejandro aleksandr aleksei alessandro alex alexander alexandra alexei alexis"
    " alfred alice alison allan allen amanda amelia amy anastasia anatoly andrea andreas andrei andrew andy angela angelica anita"
    " anna anne annette anthony antonia antonio antony aristide arnold arthur august augustus barbara barry beatrice beatrix ben"
    " benedict benjamin bernard bertha bertrand betty boris brian bruce bruno carl carla carlo carlos carol caroline catherine"
    " cecil charles charlotte chris christian christina christine christopher claire clara clare claude colin constance cyril"
    " daniel daria david deborah denis dennis derek diana diane dick dmitri dmitry donald dora dorothy douglas edgar edith edmund"
    " eduard edward edwin eileen elena eleanor elisabeth elizabeth ella ellen elsa emil emile emily emma emmanuel enrico eric erich"
    " erik ernest ernst esther ethel eugene eva evelyn evgeny felix ferdinand fiona florence frances francesco francis francisco"
    " frank franz fred frederick friedrich fritz fyodor fedor gabriel gareth geoffrey george georges georgi georgy gerald gerard"
    " gertrude gilbert giovanni giuseppe gleb gordon graham grace gregor gregori gregory grigory guy gustav guido hannah hans harold"
    " harry heinrich helen helena helene henri henry herbert herman hermann hilda howard hubert hugh hugo ian ida igor ilya inessa"
    " irene irina isaac isabel isabella isaiah ivan ivor jack jackie jacob jacques jakob james jan jane janet jason jean jennifer"
    " jeremy jessica jim joan joe joel johann johannes john jon jonathan jorge jose josef joseph josephine joshua juan judith jules"
    " julia julian julie jürgen karen karin karl kate katherine kathleen keith kenneth kevin klaus konstantin kurt larissa larry laura"
    " laurence lavr lawrence lee leo leon leonard leonid leopold leslie lev lewis liam lidia lilian linda lionel lisa lloyd lorenzo"
    " louis louisa louise lucia lucy ludwig luigi luis luke lydia lynn mabel malcolm manuel marc marcel marcus margaret margarita"
    " maria marie marina mario marion mark marlene martha martin mary matilda matthew matthias maurice max maxim megan melissa"
    " michael michel michelle miguel mikhail milton miriam moritz morris moses nadezhda nadia nancy natalia natalie natasha nathan"
    " neil nicholas nick nicola nicolas nigel nikita nikolai nina nora norman olga oliver olivia orlando oscar oskar otto owen pablo"
    " pamela patricia patrick paul paula pavel pedro peggy penelope peter philip philippe phyllis pierre piotr rachel ralph"
    " raymond rebecca reginald rene rex rhoda richard rita robert roberta robin roger roland ronald rosa rose rosemary roy rudolf"
    " rupert russell ruth ryan sally sam samuel sandra sara sarah scott sean sergei sergey sergio sheila sidney sigmund simon simone"
    " sofia sonia sophia sophie stanley stefan stella stephan stephen steve steven stewart stuart susan suzanne sylvia tamara tania"
    " tatiana ted terence teresa theodor theodore theresa thomas tim timothy tina tobias todd tom tony trevor ursula vadim"
    " valentin valerie vasily vera vernon veronica victor victoria viktor vincent viola virginia vivian vladimir vladislav walter"
    " warren wendy werner wilfred wilhelm will william winifred winston wolfgang yakov yegor yevgeny yuri yvonne zinaida"
    " алексей александр александра анатолий андрей анна антон борис вадим валентин василий вера виктор виталий владимир владислав"
    " георгий григорий дмитрий евгений екатерина елена иван игорь ирина константин лев леонид людмила максим мария михаил надежда"
    " наталья никита николай олег ольга павел петр пётр роман сергей софья татьяна фёдор федор юлия юрий яков".split()
)
"""Frequent given names: "Victor Serge" is a person, "Red October" need not be. A name that is not here needs other evidence."""

RANKS = frozenset(
    "admiral ambassador archbishop baron baroness bishop brigadier captain cardinal chairman chancellor citizen colonel commander"
    " commissar commissioner comrade congressman corporal count countess czar czarina deacon delegate deputy doctor dr duchess duke"
    " earl emperor empress father field foreign general governor grand herr judge king lady lieutenant lord madame madam major marquis"
    " marshal mayor minister miss mlle mme m-elle monsieur mother mr mrs ms pope premier president prime prince princess prof professor"
    " queen rabbi rear representative reverend saint secretary senator sergeant sir sister tsar tsarina tzar vice viscount".split()
)
"""Ranks and forms of address before a name, in lower case and without full stop."""

ORIGINS = frozenset(
    "american austrian bolshevik british bulgarian cadet chinese cossack czech dutch english former french german greek hungarian irish"
    " italian japanese jewish left menshevik old only polish red right roman russian scottish serbian soviet spanish swedish swiss"
    " turkish ukrainian young great then".split()
)
"""What else stands before a name with a capital: nations, parties, ages."""

PLACES = frozenset(
    "africa america asia athens australia austria baltic belgium berlin bohemia britain bulgaria canada china constantinople crimea"
    " denmark dublin egypt england europe finland florence france geneva germany greece helsinki holland hungary india ireland israel"
    " istanbul italy japan kiev kief kronstadt latvia lithuania london lyons madrid mexico milan moscow naples netherlands norway"
    " odessa ottoman oxford palestine paris peking persia petersburg petrograd poland portugal prague prussia reval riga rome romania"
    " russia saxony scotland serbia siberia smolny spain sweden switzerland tokyo turkey ukraine venice versailles vienna vilna wales"
    " warsaw york zurich".split()
)
"""Frequent places, in lower case: no speakers."""

NO_NAMES = frozenset(
    "a about above according after again all also although an and another answering any are around as at be because been before being"
    " beside besides between both but by can could did do does during each either especially even every everybody everyone evidently"
    " excellency few finally first for from had has have he hence her here his how however i if in indeed instead into is it its last"
    " later less like little majesty many meanwhile more most much my near neither never nevertheless no nobody none nor not nothing now"
    " of off often on once one only or other others otherwise our outside over perhaps probably quite rather same second several shall"
    " she should since so some somebody someone something soon still such suddenly than that the their them then there therefore these"
    " they third this those though three through throughout thus thereupon hereupon whereupon till to today together too toward towards two under unless unlike until"
    " up upon us very was we were what whatever when whence where whether which while who whoever whom whose why will with within without"
    " would yes yesterday yet you your highness lordship god lord's heaven january february march april may june july august september"
    " october november december monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Words that begin sentences, days and months: no part of a name, in lower case."""
