/*! Short forms of first names: from Carlton Northern's "Nickname and Diminutive Names Lookup", Apache License 2.0, changed (packed, shortened). https://www.apache.org/licenses/LICENSE-2.0 */

/**
 * Short forms of first names, packed: for each formal name, how many letters it shares with the one before and the rest, then
 * its short forms in the same way against the formal name. Forms that are a plain beginning, of one letter or with other signs
 * than letters are left out, most of two letters, too: see `nicknames.ts`.
 *
 * From github.com/carltonnorthern/nicknames, under the Apache License 2.0; the line above must stay in the bundle.
 */
export const PACKED_NICKNAMES =
  '0aaron0erin0ron0ronnie 1bbigail3e3ey4e3y0gail0nabby 6le3e3ey4e3y0gail0nabby 2ednego0bedney 3l0ebbie 2igail2be2' +
  'bey2bi2bie2by0gail0nabby 5le2be2bey2bi2bie2by0gail0nabby 3jah0bige 2raham2e 4m2e 2salom2bie1pp 1da2dy2ie 3line' +
  '2dy2ie0delia0dell0lena 2dison4e3y 2ela2ie0della 5ide2dy4e2ie0dell0della0heidi 4bert1lbert0bert0del0delbert 4e2' +
  'dy0dell 4ine2a2dy0delia0dell0lena 4phia2dy4e0dell0delphia0philly 3na2ina0deena0dena0dina 2olphus0dolph 2rian0r' +
  'ian 6e0riane 4enne2die0enne0rienne 1gatha2gy 2nes2gy0inez0nessa 1ileen1llie0lena 1lanson0lanson 3zama2i 2bert0' +
  'bert 6a2lie0bert0bertie 2drich0rich0riche0richie 2eksandr3x 3va0leve0levy 3xander3c0sandy 7ra2la0sandra0sandy ' +
  '8ia7er2la0drina0sandra 4is0lexi 2fred0fred0freddy 6a3y0freda0freddy0frieda 2gernon3y 2ice2lie0elsie0lisa 4ia2l' +
  'ie0elsie0lisa 3ne1deline 3son2lie 2lan2an3en 3en2an3an 3isandra2i4e3y 5on2i4e3y 3yson2i3ie 5sa2i3ie 2mena2i2li' +
  'e2ly0mena 3ina0minnie 4ra0myra 2onzo0lon0lonzo 2phinias4us 2thea2ly 2verta0vert0virdie 2yssa2ly0lissia 2zada0z' +
  'ada 1manda0manda0mandy 2brose0brose 2elia2y0emily0mel0millie 2os0moses 1nastasia0stacy 2derson3y 3re0drea 5a3i' +
  '5w3y0drea0rea 5w3y0drew0randy 4iane1da1dri0rienne 2gela3ie 5ica6ka6que3ie 6na3ie0lina 2n3ie0nan 3a3e3ie0nan 3e' +
  '3ie0nan 4tte3a0nettie 3ie3a 2selm2ce0selma 2thony0tony 3oinette2n0netta0tony 4nia2n0netta0tony 6o0tony 1ppolin' +
  'e3ie3y 1quilla0quil0quillie 1ra2ry0belle 3bella2ry0bella0belle 7e2ry0bella0belle 3minta2mida0middie0minty0rumi' +
  'nta 2chibald5e 5lles0kill0killis 2iadne3e 3stotle0telly 3zona0ona0onie 2lene3y0lena 2manda0mandy 3ena2ry0mena ' +
  '3ilda0milly 4nda0mindie 5ta0minite0minnie 2nold3ie 2on0erin0ron0ronnie 2telepsa0epsey 3husa0thursa 2zada0zaddi' +
  ' 1senath2sene0natty0sene 2hley4y0leah0lee 1ubrey0bree 2drey5e0dee 2gust0gus 6a1ggy0gatsy0gussie0tina 6ina1ggy0' +
  'gatsy0gussie0tina 8e2stin0gus 6us2stin0gus 2relia3illa0ora0orilla0ree0rilly 1varilla0rilla 1zariah2e0riah 0bab' +
  '2rby 3s2rbara2rby 2rbara2b2bs4ie4y1obbie 4ery4ara 4ie4ara 3nabas4ey 4ey4abas 3t4holomew 4holomew4el2t0mees0meu' +
  's 2zaleel2sil 1ea3trice 3trice0trisha0trix0trixie 2cca3k 3k4y 2delia1ridgit0delia 2linda3le0linda 3la0arabella' +
  '4e0isabella 2nedict3nie 3jamin4y3nie3ny0jamie 4y4amin 2rnard1arney4ey4ie4y 4ey4ie 3t4ie1ob1obby 4ha4ie1irdie 4' +
  'rand0randy 2ss4ie 2th3sy3ty0elizabeth 4ena0thaney 2zaleel0zeely 1iddie4y 2ll4y0fred0robert0william0willie 4y0f' +
  'red0robert0william 1lanche1ea 1ob0rob0robert 3by0rob 1rad4ford0ford 4ford0ford 4y2ody 2eanna3e2i 3nda2andy 2ia' +
  'n2yan2yant 3dget1iddie1iddy5ie4ie 3ttany5nie 5ney6ie 2oderick2ady4y0rick0ricky0rod 2yanna0ana0anna2i2iana2iann' +
  'a 0caitlin4y 5yn4y 2ldonia3liedona 3ifornia3lie 4sta0kissy 3purnia3ly 3vin0vin0vinny 2meron0ron0ronny 3ile3mie' +
  ' 5le3mie0millie 2ndace4y0dacey 2rla4y0karla 4otta0lottie 3mellia0mellia 6o0melo 4on2mmie1harm 3ol5ann5e5ine3ri' +
  '3rie2ssie0kara0kari0lynn 5ann5e 5ine5e3rie2ssie0lynn 5yn3rie2ssie0lynn 3rie2ssie 3thaette0etta0etty 2sper0jasp' +
  'er 3sandra4ie0sandra0sandy 4idy5e 3well3s 2therine2sey2ssie4y0kathy0katy0kay0kit0kittie0lena0trina 4leen2sey2s' +
  'sie4y0kathy0katy0kay0kit0kittie0lena0trina 4y4erine4leen0kathy 1ecilia2lia1issy 2dric0rick0ricky 2leste3ia0les' +
  'sie 3inda0linda0lindy0lynn 1harity3t 4les1arl5ie2ick2uck 5ie5es2uck 5otte0lotta0lottie0sherry 3uncey3n 2elsey5' +
  'ie 3sley3t 4ter3t 3t3ster 2ick1aroline2arlotte2uck 2loe1lo 2ris0kris 5tian0kit 9a0ann6y1rissy0kris0kristy0tina' +
  ' 7na5sy6y1rissy0kris0kristy0tina 8e5sy6y1rissy0kris0kristy0tina 6opher0kit 6y1rissy 1icely2lla 2nderella0arill' +
  'a4y0rella0rilla 4y4erella 1laire3ra3re 3ra4issa 4e4a 5nce3ir 4inda4a 5ssa1issy4a 2iff5ord 5ord0ford 4ton4f0ton' +
  'y 1ole3ie 3umbus1lum 2n3ny 3rad3ny 3stance3nie 2rdelia4y0delia 3ey2co3dy0ree 3inne3a0ora 3nelia4ie4y0nelia0nel' +
  'le0nelly 7us2n2nny4y0neil0niel 3y2co3dy0ree 2urtney1urt 1rystal1hris0stal0tal 1ynthia1indy1intha 2renius1ene0r' +
  'enius0serene0swene 0dahl2l 2lton2hl 2niel3n3ny 6le0ellie 3ny3iel 2phne4ie 2rlene3ry0lena 2vid3e3ey2y 2ycia2cia' +
  '2isha 1eanne0ann2e 2bbie4y3orah3ra 3ora3bie3by 6h3bie3by 3ra3bie 2idre2edee 2lbert0bert 3ia0cordelia4us0fideli' +
  'a 4lah3l3la0lil0lila 4verance3la3ly1illy 3la0adela0adelaide3ilah 3ores2e3l3la0lola0lolly 3pha0philadelphia 5in' +
  'e3f 2maris2a0maris0mary 3erias2a0maris0mary 3ocrates0mock 2nnis5e4y 6on4y 2rek3rek0rick0ricky 3ick0rick0ricky ' +
  '3rick0eric0rick0ricky 2uteronomy1uty 1iana2cey2di 4e4ne2cey2di 2cey3ie 3k0richard0rick 1omenic0nic 3inic0nic 7' +
  'k0nick0nicky 2nald3nie3ny3y 3na3a 3ovan3nie3ny3y 2rcus1arkey 3inda3a3othea 4s3a 3othea2da3a 6y2lly3a3tha2t2tti' +
  'e2tty 2tha3ty 1rusilla0silla 1uncan3k 0earnest1rnestine1rnie 1benezer2bie 1dgar2die2dy 2ith3e2ye 2mond2die2dy ' +
  '3und2die2dy0ned0ted 2na3y 2uardo2die2dy 2ward2die2dy0ned0ted0teddy 3in2die2dy0ned0win 2yth2ie3e 5e2ie3e 1gbert' +
  '0bert0burt 1ighta0athy 2leen0helen 1laine0helen0lainie 2bert0albert0bert 6son0bert 2dora0dora 2eanor2aine2len2' +
  'lie0lanna0lenora0nelly0nora 4zer0lazar 3na0helen 2ias0lee0lias 3jah0lige 3phalel0life 8t0left 3sa0lisa 4ha0lis' +
  'h 3za5beth 5beth0bess0bessie0beth0betsy0betty0lib0libby0lisa0liz0liza0lizzie0lizzy 2la3en 3en0helen0nell0nelli' +
  'e 5der0helen0nellie 3ie3y 3swood2sey 2minie0minnie 4ra2lie2ly0mira 2nora0nora 2oise0heloise0louise 3uise0louis' +
  'e 2sie3ey 3wood3ey 2vira4e 2wood0woody 2ysia0lisa0lissa 2ze2sey 1manuel0manny0manuel 2eline2ily2ma2my0milly 2i' +
  'l4y 4y2ma2my0mel0millie 2ma3y 1paphroditius0dite0ditus0dyce0dyche2pa 1rasmus0rasmus0raze 2ic0rick0ricky 2nest3' +
  'ie 6ine3a0teeny0tina 2win0irwin 1seneth0senie 2tella2sy0stella 6e2sy0stella 3her2sie0hester 1udicy0dicey 3ora0' +
  'dora 5is0dosie0dossie 2gene0gene 2nice0nicie 2phemia1ffie1ffy 2rydice0dicey 2stacia0stacia0stacy 1va2e 3line2e' +
  '0lena 3ngeline0vangie 2elyn4ina 1xperience2ie 1zekiel0zeke 0faith2y 2llon3con4ie4y3on0lon0lonnie 1elicia4x 6ty' +
  '1lick0tick 3tie4y 2rdinand5e1red1reddie1reddy 9o5e1red0nando 1idelia0delia 2onna4a 1lora4ence 4ence4a3ssy 3yd0' +
  'lloyd 1ran4nie 4ces0cissy1anny5ie4kie4nie4niey4ny0sis 5ie6ne 6ne6e4nie4niey4ny 6s4k4kie 4kie4cis 2eda2ieda 4er' +
  'ica0erica0erika4dy8k0rickey 8k0derick0erick4die4dy2itz0rick0ricky 9a0ericka4a4dy2ieda0ricka0rickey 2ieda2ed2ed' +
  'die2eddy 0gabriel3by3e 7la0ella3by 8e0ella3by 2reth3y 3rett0barrett3e4att4y3y0jerry0rhett 1enevieve0eve0jean0j' +
  'enny 2offrey0jeff 3rge5ie 5ine5e 2rald3ry0jerry 6ine0dina3ri3rie3ry0jerry 3hardt1ay 3tie4rude 4rude4ie0trudy 1' +
  'ilbert0bert0wilber 1loria4y 1overnor3ie 1reenberry0berry 3gory1ory 3tchen0margaret 2iselda4sel 1um0monty 2s3si' +
  'e 3tavus3sie 1wen0wendy 4dolyn0wendy 0hailey2ylee2yley 2nnah0anna0nan0nanny 2rold2l2p2ps3ry 3riet2ttie 5son2p2' +
  'ps4y 4y2p2ps3old1enry 2seltine3sie 2ylee2iley5y 5y2iley5e 1eather2tty 2len0ella0ellen0ellie0lena 5a0aileen0eil' +
  'een0elaine0eleanor0ellen0lena0nell0nellie 5e0ella0ellen0ellie0lena 3oise0eloise0elouise0lois 2nrietta0etta0ett' +
  'y1ank3ny0nettie0retta 4y1al1ank1ap1aps1arry 2phsibah1ipsie 3sibah1ipsie 2rbert0bert 3man0dutch1arman 4ione5e 2' +
  'ster0esther3sy2tty 2zekiah0kiah 1illary3ary 2psbibah4ie 1onora3ey0nora0norah0norry 2pkins3p 2race3ry 3tense1ar' +
  'ty0tensey 2sea4y3ie 2ward1al3ie 1ubert0bert2gh 0ian0john 1gnatius2gy0nace0nate0natius 5zio2gy0nace0naz 1mmanue' +
  'l0emmanuel0manuel 1ndia4e3y 2ez0agnes 1ona0onnie 1rene0rena 2vin5g 2win0erwin 1saac1ke0zeke 3bel0bell0bella0be' +
  'lle2sy0nib0nibby0tibbie 6la0bella0belle2sy0nib0nibby0tibbie 7e0bella0belle2sy0nib0nibby0tibbie 3dora0dora2sy 6' +
  'e1zzy 3iah0zadie0zay 2idore1zzy 1va2y 3n0john 0jacob2ap2ke2y 3queline3k3kie5i 2hoda0hoda0hodie0hody 2kob3e 2le' +
  'n0al0alen0haylen2elin2elyn2ilyn2y2ye2ylin2ylyn0len0lennie0lenny 2mes3ie1em1im1immie1immy 4y4s3ie 3ie3es 2ne3ie' +
  '1ean1ennie1essie 4t1essie 3nett0nettie 2sper0casper2p 1ean1ane4nie 4ette1anet2ssie0nettie 4ne1ane5ie 2dediah0d' +
  'iah0dyer 3idiah0diah0dyer 2fferson0sonny 4rey0geoff 2hiel0hiel 3u0gee0hugh 2mima0mima 2nnet4y2ssie 4ifer5e4y 2' +
  'remiah5e3ry 5y2z2zza 3ita0rita 3ry0geraldine0geri0gerry3eme 2ssica5e 5e1ane1anet 1im3mie 2ncy1ane 3sy1ane 1oan' +
  '0nonie 4na0hannah2di2dy 2e3y 2hann3n 6ah0hannah2an2dy0nonie 6es3n3nny2nathan 3n0ian1ack2ck4ny2n2nnie2nny 4atha' +
  'n7on4y2n2nathan2nathon2nnie2nny0nathan 7on7an4y2n2nathan2nathon2nnie2nny 2n2hn2hnny3nie3ny 3athan2hn2hnathan2h' +
  'nathon2hny6on3nie3ny0nathan 6on2hn2hnathan2hnathon2hny6an3nie3ny 2seph2dy2e2ey 6ine0fina2dy2ey4y3ie 4tta1ettie' +
  ' 4y3ophine 3hua2e 3ophine2ey3ey 1uanita0nettie0nita 2dah3e3er 3ith3a3e4e3y 3son0sonny 3y3ith 2lia1ill3es4e 5n3' +
  'e3es 5s3e3es 4e3e3es4a 2ne3ius 3ior3e4e 2stin6a4on4us 0kaitlin4ie 5yn4ie 7n4ie 2lli0cali3i 2rla0carla0carly 2t' +
  'arina0catherine0tina 3e2y 4lin2y2ye 5yn2y2ye 3herine0cassie0cathy3e4y3y2y2ye1it1ittie0lena0trina 4leen0cassie0' +
  'cathy4y3y2y1it1ittie0lena0trina 4ryn3e4y3ie 3ia3e4e 3y3e3hy3ie 1elley4i4ie4y 2ndall3ny 4ra1ay3j3ji3ny 5ick3ny ' +
  '6k3ny 3neth3drick4y 4y4eth 3t3drick3ny 2rry4i 2ziah1izza1izzie 1imberley7i7y 7y7ey7i 2t3tie 1ris0chris 4ten0ch' +
  'ris 5in0chris 7e0chris0christy0crissy5y0tina 5ofer0chris 7fer0chris 6pher0chris 5y0chris 0lafayette0fate3fie 2' +
  'mont0monty 2odicia0cenia0dicy 2rry2urence2wrence 2tisha0tish0tisha 2urel4ie 5n4ie0ren 6ce2rry1on1onny1orne1orr' +
  'y 4inda4a2wrence 4yn4ie 2veda0veda 4rne0verna0vernon 3ina0ina0vina0viney 5ia0ina0vina0viney 3onia0vina0viney0v' +
  'onnie0wyncha 5ne0von 2wrence2rry4ie1on1onny1orne1orry 1eanne0annie 2curgus0curg 2ilani1ani 2na0ellen 3ora2e0no' +
  'ra 2o3n 3nard2n2nny1ineau 4idas2e 4ora0nell0nellie0nora 6e0elenor0honor0nora 2roy2e0roy 2titia3tice3tie0tish0t' +
  'itia 2vi2e 4cy0vicy 3one0von 1ib3by 2dia1yddy 2l3ly3y 3lah4y3y1olly 4ian4y1olly 4y3y 2ncoln3k 3da4y1ynn 4say5e' +
  'y5ie5y 4y1ynn 2onel1eon 2sa2z 2ttleberry0berry 1ois2u2uise 2relei1aurie3i3rie 4tta0etta3ie3rie0retta 3raine3ie' +
  '4ie 2tta4ie 2u3is 3is1ewis4e5e 5a0eliza2is 5e0eliza2is 3vinia0vina0viney0vonnie0wyncha 1ucas2ke 3ia4us3y 5s2ke' +
  ' 4lle0cille1ou3y 4na0sinah 5da0cindy1ou3y 3retia0creasey 3y3inda 2ella0ella2la 2ke2cas 2netta0nettie 2ther2ke ' +
  '1ydia3dy 2ndon1indy3n 0mabel0amabel1ehitabel 2ckenzie0kenzy 2ddison5e 4y3eline3elyn3ge 3eline0lena3di3die3dy3g' +
  'e3ie2gda2ggie2ud 5yn3dy3ie 3ie3eline3elyn 4son3dy2ttie 2egen1eg 2gdalena0lena3gie 4elina0lena2dge4a3gie 2hala0' +
  'hallie 2kayla0kayla 2lachi3ly 3colm2c 3inda0lindy 2nda4y 4ie0amanda 4y0amanda 3erva0eve1inerva0nerva0nervie 3n' +
  'y3uel 3oah0noah 4la0nonnie 3uel0emanuel3ny 2rcus3k 3garet0daisy0gretta2dge2ggie2ggy4e4ery4ie4y1eg1idge0peg0peg' +
  'gy0rita 8ta0daisy0gretta2dge2ggie4e4ery4ie1eg1idge0peg0peggy0rita 6ita0daisy0greta2dge2ggie2isie4e4o1eg1egan1e' +
  'tta1idge0peggie0rita 4e4aret4aretta5ry 4ie3jorie 4uerite0peggy 3iah3y 5n6na4on 4e2e3y 5tta2e2mie4a4ah4on3y2ure' +
  'en2y1ercy1innie1itzi1ollie1olly0polly 4lyn3y 4on3y 4ssa0rissa 3jorie3gie3gy 3ni5e 3sha3cia3cie3y 3tha4y2t2ttie' +
  '0patsy0patty 4in4y 6a0tina 6e0tine 3v4in 3y2e2mie3ie1itzi1olly0polly 2t3tie 3hew3t3y 4ilda0patty0tillie 3ilda3' +
  'ty2ud0tilla0tilly 3thew4ie4y0thias0thys 7s4ie4y 5ias0thias0thys 2ud1iddy 3reen2ry 4ice1orey 2vine3e 2y2e 1cken' +
  'na0ken0kenna1eaka 1edora0dora 2hitabel0hetty0hitty1abel1itty 2lanie3lie 3chizedek0dick0zadock 3inda0linda0lind' +
  'y0lynn1indy 4ssa0lisa0lissa1illy1issy 3lony4ia 3ody0lodi 3vina0vina 2rcedes4i4y0sadie 3v4in 1icajah0cage 3hael' +
  '3ah3k3key3ky2ke2key 4eal2ke2key2ky 5lle0chelle3key0shelley0shellie0shelly0shely 3k4y 2guel2chael3gy4ael4aell4a' +
  'il4aill4ayl4ayll6l2ke 2ke2chael2ck2cky 2ldred3ly 3licent4y2ssy 2nerva3nie 3nie0wilhelmina 2randa1andy0randi0ra' +
  'ndy 3iam2mi2tzi2tzie 2ssy1elissa 2tch5ell 3zi1ary3tie3ty 5e3tie3ty 1onet0nettie 3ica3na3nie 3tesque4y 4gomery0' +
  'gum4y 4y0lamont 2rris3ey 2ses0amos3s 1yrtle1ert4i 0nadine0deedee3a 2ncy0ann3ny 2omi0omi 2poleon0leon3py 2talie' +
  '3ty1ettie 4sha0tasha 3han3e 6iel3e3ty0than 1elle4y 2wt4on 1icholas0claas0claes3k3kie3ky3o 6ette0cole3key3ki3ky' +
  '3ole2kki 3odemus3k3kie3ky 4las3k3kie3ky 5e0cole3ki3ky2kki1ole 2kolas0claes2c2ck2ckie2cky2co 5e3ki 1ora2nie 3be' +
  'rt0bert4y 2well2el 0obadiah0diah0dyer2ed2ie 2ediah2ie 5ence0beda0beedy0biddie 2ie2ediah 1ctavia0tave0tavia 1de' +
  'll2o 1live0livia0nollie2lie 5r2lie 4ia0livia0nollie2lie 2lie2iver 1nicyphorous0cyphorus2e1saforum1saforus0syph' +
  'orous 1rilla2a0rilly 2lando0roland 2phelia0phelia 1ssy1zzy 2wald2sy1zzy0waldo 1tis1de2e 0pandora0dora 2rmelia0' +
  'amelia0melia0milly 3thenia3suny2soonie1henie0teeny 2tience3ty 3ricia3sy3ti3ty0tricia0trish0trisha 6k2ddy3e3sy1' +
  'eter 3sy3ty 3ty3ricia 2ul1olly 4a0lina1olly 4ina0lina1olly 6e1olly 1elegrine2rry 2nelope3ny 2rcival4y 3egrine3' +
  'ry 3melia0mellie0melly0milly 3netta0nettie 3sephone0seph0sephy 2ter1ate 3ronella0nellie 1heney0josephine 3riba' +
  '0ferbie4bia 2iladelphia0delphia 5nder0fie 4etus0leet 4inda0linda0lindy0lynn 5p1ip 6ina1enie2oebe1ip 4lip1ip 5y' +
  '0delphia 4omena0menaalmena 2oebe0fifi 1inckney3k 1leasant3s 1ocahontas2key 2sthuma0humey 1rescott0scott0scotty' +
  ' 2iscilla0cilla0cissy4sy 2ovidence4y 2udence4y3e 4y4ence 0rachel4ael0shelly 2mona0mona 2ndall4y 4olf0dolph4y 6' +
  'ph0dolph4y 2phael2lph 2y3mond 1eba0becca0beck 3ecca0becca0beck0becky3a 2ggie3inald 3ina0gina3gie 6ld0naldo3gie' +
  '2nny 2lief0leafa 2uben1ube 2ynold2ginald 1hoda1odie 4ella0della 2yna4ie 1icardo3k3ky 3h0dick3k 4ard0dick0dicki' +
  'e0dickon0dicky4ie3k3ky 3k4y 4y0dick3h 1obert0bill0billy0bob0bobby0dob0dobbin0hob0hobkin3by1upert 6a0bert0berti' +
  'e0birdie0birtie0bobbie3bie3y 2derick0erick1ickie3dy 3ger0bobby0hodge2ge2ger 2ger0bobby0hodge2d2dger 2land0lann' +
  'y0orlando3lo3ly 2n3nie3ny 3ald0naldo3nie3ny 3ny3ald 2sa3e 4bel0belle3e2z 7la0bella0belle3e2z 4enn0ann 7a0ann 4' +
  'linda0linda3e2z 5yn0linda3e2z 3coe3s 3e3ie 4ann0ann3ie2z 7a0ann3ie2z 7e0ann 4mary0marie0mary7ie4y 3ina0sina 2x' +
  'ane3ie 5na0ann2se3ie 6e0ann2se3ie 1udolph0dolph0olph1olf3y 7us0dolph0olph1olf3y 2ssell3ty 0sabrina0brina 2lome' +
  '0loomie 3vador3ly 2m3my 3antha0mantha3my 3pson3my 3son3my 3uel3my 3yra0myra3my 2ndra0cassandra4y 4y4ra 3ford3d' +
  'y 2rah2die2lly 3illa1illa 2vannah0anna0vannie 1cott2eeter5ie5y1quat 1ebastian3by 2lma0anselm 2rena0rena 3illa0' +
  'rilla 2ymour0morey2e 1haina3y 3ron3y 3un3wn 3wn3un 2eila0cecilia 3ldon4ly 4ton4ly0tony 3ridan0dan0danny 4yl0ch' +
  'eri0cherie4i4ri4ry4ryl 2irley0lee2erry 1ibbilla4ell5e1ybill 2dney1yd 2gfired2d 4rid2d 2lence0liley 3vester1ly1' +
  'yl0vest0vester 2meon2on 3on2on 1mith4ty 1ocrates0crate 2lomon1al1almon1aul3ly0zolly 2ndra0dre3nie 2phia5e 4ron' +
  'ia0frona0fronia4ia 1tacey4i4ie4y 4ie4ey4y 4y4i 2ephan3ve 7ie0annie3ffi3ffie7y5ie5ine3vie 5en3ve 3ven3ph4ie 1ue' +
  '2san2sie 2llivan4y0van 2san0hannah2e2key3ie2zie 5nah0hannah2e2key3ie 3ie2zie 2zanne2e2ki2sie 1ybill1ibbie 2dne' +
  'y1id 2lvanus1ly 4ester1ly0vessie0vester0vet 0tabby3itha 3itha3by 2marra3my 3mie3i4y 4y3i4ie 2nafra3ny 2sha4ie ' +
  '1ed3dy 2mperance4y 2rence3ry 4sa3ry2ss2ssa2ssie 3ri3i5e4y 4y3ence 2ss2resa1heresa 4a2resa1heresa 1had4deus 2eo' +
  '4dore 4dora0dora 7e1ed1eddy 6sia0dosia8us 4philus0ophi 4tha0otha 3resa1erry1ess1essa1essie2irza2ursa1raci1raci' +
  'e1racy 2om4as1om1ommy 4as1om1ommy 6a1amzine 1iffany4y 2lford3lie 2m3my 3othy3my 2na0christina 1obias0bias3y 2m' +
  '1homas3my 2ny0anthony 1ranquilla0quilla4nie 2ish0patricia5a 3x4ie 2udy0gertrude 2yphena0phena 0unice0eunice0ni' +
  'cie 1riah0riah 2sula0sula0sulie 0valentina0felty3lie 8e0felty 4ri6e 2nburen0buren 3dalia3nie 3essa0essa0nessa3' +
  'na 1ernisee0nicey 3onica0franky0frony0ron0ronie0ronna0ronnie0ronny1onnie 1ic3ki3kie3ky3tor 3ki5e4y3toria 3tori' +
  'a0tori0torie0torri0torrie0tory3ki3kie3ky 2ncent2c3nie3ny 6zo2c3nie3ny 3son3ce3nie3ny 2ola0ola 4etta0lettie 2rg' +
  'inia0ginger0ginny0jane0jennie4y 0waldo0ossy0ozzy 3lace4y 4y3t 3ter3ly 1ebster3b 2stley0farmboy 1ilber0bert3l 4' +
  'ur3l3lie3ly 3da3lie 3fred0fred3l3lie 3helm3lie 7ina0mina0minnie3lie3ma 3l0bill0fred3bur4ie 4iam0bela0bell0bill' +
  '0billy5e4y 5e0fred5am 5s0bill4y 3ma0billiewilhelm3liam 3son3l3lie3ly 2nfield0field3ny 3ifred0freddie3net3nie 3' +
  'nie5fred 5fred0fred0freddie0freddy5e4y 4y4ifred 1oodrow0drew4y 0yeona0ona0onie 1ulan0lan 1vonne0vonna 0zach3k2' +
  'k 4ariah4y3k2k2kk1eke 6y4y3k2k2kk1eke 4ery4y3k2k2kk1eke 3k3h2k 1edediah0diah0dyer';
