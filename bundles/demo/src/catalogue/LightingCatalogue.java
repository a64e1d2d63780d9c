import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Writes the catalogue and the prices of the demo's lighting wholesaler: {@code java LightingCatalogue.java <outdir>}.
 *
 * <p>The same source always gives the same bytes. Wholesaler, brands, series and texts are invented.
 * A {@link Range} is a series; its sizes are products, its colour temperatures, finishes and lengths are variants.
 * Texts are written {@code "bokmål|English"}; a decimal point in them becomes a comma in bokmål.
 */
public final class LightingCatalogue {

    private static final long SEED = 20_261_122L;
    private static final int MAX_VARIANTS = 8;

    /** Every product is guaranteed for twelve months (rule L37). */
    private static final int WARRANTY_MONTHS = 12;

    private final Random random = new Random(SEED);
    private final List<Range> ranges = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: java LightingCatalogue.java <outdir>");
            System.exit(2);
        }
        Path out = Files.createDirectories(Path.of(args[0]));
        LightingCatalogue catalogue = new LightingCatalogue();
        catalogue.describeRanges();
        catalogue.ranges.forEach(catalogue::addArticles);
        write(out.resolve("lighting-products.csv"), catalogue.productRows());
        write(out.resolve("lighting-prices.csv"), catalogue.priceRows());
    }

    // ---------------------------------------------------------------------------------------------------------------
    // Words
    // ---------------------------------------------------------------------------------------------------------------

    /** A text in bokmål and English. */
    private record Text(String nb, String en) {

        /** Reads {@code "bokmål|English"}, or one text for both. */
        static Text of(String both) {
            int bar = both.indexOf('|');
            String nb = bar < 0 ? both : both.substring(0, bar);
            String en = bar < 0 ? both : both.substring(bar + 1);
            return new Text(nb.replaceAll("(\\d)\\.(\\d)", "$1,$2"), en);
        }

        Text join(String separator, Text next) {
            if (next.nb.isEmpty()) {
                return this;
            }
            return nb.isEmpty() ? next : new Text(nb + separator + next.nb, en + separator + next.en);
        }
    }

    /** An invented brand, with the form of its article numbers. */
    private enum Brand {
        GLIMRUD("Glimrud", "%07d", 41_203),
        HVERDAL("Hverdal", "%06d", 310_245),
        KVELDVIK("Kveldvik", "KV%05d", 20_415),
        LINNVARDE("Linnvarde", "L%06d", 600_412),
        STRALHEIM("Strålheim", "SH%05d", 41_205),
        SKJAERGLO("Skjærglo", "%08d", 4_187_205),
        VARSLUND("Varslund", "NL%05d", 20_110),
        TINDSKEIN("Tindskein", "27E%04d", 104),
        KOPLUND("Koplund", "%07d", 900_123);

        final String label;
        final String skuFormat;
        final int firstNumber;

        Brand(String label, String skuFormat, int firstNumber) {
            this.label = label;
            this.skuFormat = skuFormat;
            this.firstNumber = firstNumber;
        }
    }

    private static final Map<String, Text> CATEGORIES = texts("""
            indoor                  Innendørs|Indoor
            indoor/downlights       Downlights
            indoor/spotlights       Takspotter|Ceiling spotlights
            indoor/ceiling          Plafonder|Ceiling luminaires
            indoor/pendants         Pendler|Pendants
            indoor/wall             Vegglamper|Wall luminaires
            indoor/bathroom         Baderomslamper|Bathroom luminaires
            indoor/track            Skinnespotter|Track spotlights
            indoor/strips           LED-striper|LED strips
            office                  Kontor og skole|Office and school
            office/linear           Linjearmaturer|Linear luminaires
            office/panels           LED-paneler|LED panels
            office/floor            Gulvarmaturer|Free-standing luminaires
            office/desk             Arbeidslamper|Task lights
            industrial              Industri og lager|Industry and warehouse
            industrial/highbay      Highbay-armaturer|High bays
            industrial/batten       Tette armaturer|Waterproof battens
            industrial/trunking     Lysrekker|Trunking systems
            industrial/worklights   Arbeidslys|Work lights
            outdoor                 Utendørs|Outdoor
            outdoor/bollards        Pullerter|Bollards
            outdoor/wall            Utelamper for vegg|Outdoor wall luminaires
            outdoor/floodlights     Lyskastere|Floodlights
            outdoor/street          Vei- og parklys|Street and park luminaires
            outdoor/poles           Lysmaster|Lighting poles
            outdoor/inground        Bakke- og trinnlys|In-ground and step lights
            emergency               Nødlys|Emergency lighting
            emergency/exit-signs    Markeringslys|Exit signs
            emergency/escape        Ledelys|Escape route luminaires
            emergency/batteries     Nødlysbatterier|Emergency batteries
            lamps                   Lyskilder|Lamps
            lamps/led-bulb          LED-pærer|LED bulbs
            lamps/led-candle        Kerte- og illumpærer|Candle and golf ball lamps
            lamps/led-reflector     Spotpærer|Reflector lamps
            lamps/led-filament      Filamentpærer|Filament lamps
            lamps/led-tube          LED-rør|LED tubes
            controls                Styring|Controls
            controls/dimmers        Dimmere|Dimmers
            controls/sensors        Sensorer|Sensors
            controls/systems        Styresystemer|Control systems
            accessories             Tilbehør|Accessories
            accessories/drivers     LED-drivere|LED drivers
            accessories/profiles    Aluminiumsprofiler|Aluminium profiles
            accessories/connectors  Kabler og koblinger|Cables and connectors
            accessories/mounting    Monteringstilbehør|Mounting accessories
            accessories/track-parts Skinner og skinnedeler|Tracks and track parts
            accessories/handbooks   Håndbøker|Handbooks
            """);

    private static final Map<String, Text> COLOURS = texts("""
            white          hvit|white
            black          svart|black
            grey           grå|grey
            anthracite     antrasitt|anthracite
            rust           rustbrun|rust brown
            green          mosegrønn|moss green
            sand           sandfarget|sand
            aluminium      aluminium
            brushed-steel  børstet stål|brushed steel
            galvanised     galvanisert|galvanised
            chrome         krom|chrome
            brass          messing|brass
            copper         kobber|copper
            clear          klar|clear
            opal           opal
            amber          ravgul|amber
            """);

    private static final Map<String, Text> DIMMING_NAMES = texts("""
            none       |
            phase      dimbar|dimmable
            DALI-2     DALI-2
            1-10V      1–10 V
            Bluetooth  Bluetooth
            """);

    private static final Map<String, Text> DIMMING_FACTS = texts("""
            none       Kan ikke dimmes.|Not dimmable.
            phase      Dimbar med fasedimmer.|Dims with a phase dimmer.
            DALI-2     Styres med DALI-2.|Controlled by DALI-2.
            1-10V      Dimbar med 1–10 V.|Dims by 1–10 V.
            Bluetooth  Styres trådløst med Bluetooth.|Wireless control by Bluetooth.
            """);

    private static Map<String, Text> texts(String table) {
        Map<String, Text> texts = new LinkedHashMap<>();
        table.lines().forEach(line -> {
            int space = line.indexOf(' ');
            texts.put(line.substring(0, space), Text.of(line.substring(space).strip()));
        });
        return texts;
    }

    // ---------------------------------------------------------------------------------------------------------------
    // Ranges
    // ---------------------------------------------------------------------------------------------------------------

    /** One size of a range; with lengths, watt, price and weight are per metre. {@code lengthMm} 0: not stated. */
    private record Size(Text label, double watt, long ore, double kg, int lengthMm) {}

    /** A series of a brand, and all that its articles have in common. */
    private static final class Range {
        final String category;
        final Brand brand;
        final String series;
        final Text noun;
        Text text = Text.of("");
        final List<Size> sizes = new ArrayList<>();
        List<String> ccts = List.of("");
        List<String> colours = List.of("");
        List<Integer> lengths = List.of(0);
        List<String> dimmings = List.of("");
        int lumenPerWatt;
        int cri;
        String ip = "";
        String ik = "";
        String socket = "";
        boolean sizesAreVariants;
        boolean madeToOrder;
        boolean book;
        int bulkyOverMm = Integer.MAX_VALUE;

        Range(String category, Brand brand, String series, String noun) {
            if (!CATEGORIES.containsKey(category)) {
                throw new IllegalArgumentException(category);
            }
            this.category = category;
            this.brand = brand;
            this.series = series;
            this.noun = Text.of(noun);
        }

        Range text(String nb, String en) {
            text = new Text(nb, en);
            return this;
        }

        /** A size named by its power. */
        Range size(double watt, double kroner, double kg) {
            return size(number(watt, '.') + " W", watt, kroner, kg, 0);
        }

        Range size(String label, double watt, double kroner, double kg) {
            return size(label, watt, kroner, kg, 0);
        }

        Range size(String label, double watt, double kroner, double kg, int lengthMm) {
            sizes.add(new Size(Text.of(label), watt, Math.round(kroner * 100), kg, lengthMm));
            return this;
        }

        /** A light source inside: its efficacy at 4000 K, its colour rendering and its colour temperatures. */
        Range light(int efficacy, int colourRendering, String... temperatures) {
            lumenPerWatt = efficacy;
            cri = colourRendering;
            ccts = List.of(temperatures);
            if (dimmings.equals(List.of(""))) {
                dimmings = List.of("none");
            }
            return this;
        }

        Range colours(String... codes) {
            colours = List.of(codes);
            return this;
        }

        Range lengths(Integer... millimetres) {
            lengths = List.of(millimetres);
            return this;
        }

        /** How it is dimmed; each way after the first is a product of its own that costs more. */
        Range dimming(String... ways) {
            dimmings = List.of(ways);
            return this;
        }

        /** A light source that runs on a driver which the customer chooses, and which dims it. */
        Range withoutDriver() {
            dimmings = List.of("");
            return this;
        }

        Range ip(String code) {
            ip = code;
            return this;
        }

        Range ik(String code) {
            ik = code;
            return this;
        }

        Range socket(String code) {
            socket = code;
            return this;
        }

        /** The sizes are variants of one product. */
        Range oneProduct() {
            sizesAreVariants = true;
            return this;
        }

        Range madeToOrder() {
            madeToOrder = true;
            return this;
        }

        Range bulky() {
            bulkyOverMm = -1;
            return this;
        }

        Range bulkyOver(int millimetres) {
            bulkyOverMm = millimetres;
            return this;
        }

        /** Printed matter: zero-rated. */
        Range book() {
            book = true;
            return this;
        }
    }

    private Range range(String category, Brand brand, String series, String noun) {
        Range range = new Range(category, brand, series, noun);
        ranges.add(range);
        return range;
    }

    private void describeRanges() {
        indoor();
        office();
        industrial();
        outdoor();
        emergency();
        lamps();
        controls();
        accessories();
    }

    private void indoor() {
        range("indoor/downlights", Brand.GLIMRUD, "Tjern", "innfelt downlight|recessed downlight")
                .text("Lavtbyggende downlight for bolig, hotell og butikk. Kan dekkes med isolasjon og leveres med "
                                + "driver.",
                        "Low-profile downlight for homes, hotels and shops. May be covered with insulation; driver "
                                + "included.")
                .light(102, 90, "2700", "3000", "4000").dimming("phase").colours("white", "black").ip("IP44")
                .size(6, 229, 0.28).size(8, 269, 0.31).size(10, 319, 0.36);
        range("indoor/downlights", Brand.GLIMRUD, "Vipp", "vippbar downlight|tiltable downlight")
                .text("Downlight som kan vippes 30 grader og rettes mot vegg, bilde eller hylle.",
                        "Downlight that tilts by 30 degrees towards a wall, a picture or a shelf.")
                .light(100, 90, "2700", "3000").dimming("phase").colours("white", "black", "brushed-steel").ip("IP20")
                .size(7, 259, 0.30).size(9, 298, 0.34).size(12, 349, 0.41);
        range("indoor/downlights", Brand.GLIMRUD, "Dugg", "downlight for våtrom|wet room downlight")
                .text("Tett downlight til dusjsone og utvendig takutstikk. Fronten tettes mot himlingen med pakning.",
                        "Sealed downlight for shower areas and eaves. A gasket seals the front against the ceiling.")
                .light(99, 90, "2700", "3000").dimming("phase").colours("white", "black", "brushed-steel").ip("IP65")
                .size(6, 289, 0.33).size(9, 345, 0.39);
        range("indoor/downlights", Brand.GLIMRUD, "Skifte", "downlight med justerbar hvit|tunable white downlight")
                .text("Downlight der lyset følger døgnet fra varmt til kaldt. Styres fra telefon eller veggbryter.",
                        "Downlight that follows the day from warm to cool. Set it from a phone or a wall switch.")
                .light(104, 90, "2700-6500").dimming("Bluetooth").colours("white", "black", "brass").ip("IP44")
                .size(8, 449, 0.34).size(12, 529, 0.42);
        range("indoor/downlights", Brand.GLIMRUD, "Rute", "firkantet downlight|square downlight")
                .text("Firkantet downlight med tilbaketrukket lyskilde og lav blending.",
                        "Square downlight with a deep-set light source and low glare.")
                .light(101, 90, "2700", "3000", "4000").dimming("phase").colours("white", "black").ip("IP20")
                .size(8, 289, 0.32).size(10, 329, 0.37);
        range("indoor/downlights", Brand.HVERDAL, "Enkel", "innfelt downlight|recessed downlight")
                .text("Rimelig downlight til gang, bod og trapperom. Rask montering med to fjærer.",
                        "Economy downlight for corridors, storerooms and stairwells. Two springs make fitting quick.")
                .light(100, 80, "3000", "4000").dimming("none", "phase").colours("white", "black").ip("IP44")
                .size(5, 119, 0.22).size(7, 139, 0.25);
        range("indoor/downlights", Brand.LINNVARDE, "Skar", "downlight for kontor|office downlight")
                .text("Bredstrålende downlight med mikroprismer til kontor, korridor og resepsjon. UGR under 19.",
                        "Wide-beam downlight with micro-prisms for offices, corridors and receptions. UGR below 19.")
                .light(118, 80, "3000", "4000").dimming("none", "DALI-2").colours("white").ip("IP44")
                .size(12, 589, 0.55).size(18, 689, 0.72).size(24, 829, 0.95);

        range("indoor/spotlights", Brand.GLIMRUD, "Stubbe", "takspot|ceiling spotlight")
                .text("Sylinderformet spot i massiv aluminium for utenpåliggende montering.",
                        "Cylindrical surface-mounted spotlight in solid aluminium.")
                .light(100, 90, "2700", "3000").dimming("phase").colours("white", "black", "brass").ip("IP20")
                .size(8, 398, 0.42).size(12, 469, 0.58).size(16, 549, 0.74);
        range("indoor/spotlights", Brand.GLIMRUD, "Knaus", "svingbar takspot|adjustable ceiling spotlight")
                .text("Spot som kan dreies 350 grader og vippes 90 grader. Driveren er skjult i takfestet.",
                        "Spotlight that turns 350 degrees and tilts 90 degrees. The driver is hidden in the canopy.")
                .light(101, 90, "2700", "3000", "4000").dimming("phase").colours("white", "black").ip("IP20")
                .size(10, 429, 0.55).size(15, 498, 0.68);
        range("indoor/spotlights", Brand.HVERDAL, "Stokk", "spotskinne GU10|GU10 spotlight bar")
                .text("Vegg- eller takmontert spot for utskiftbare lyskilder, maks 8 W LED per lyspunkt. Leveres "
                                + "uten lyskilder.",
                        "Wall or ceiling spotlight for replaceable lamps, 8 W LED at most per point. Lamps not "
                                + "included.")
                .colours("white", "black", "brushed-steel").ip("IP20").socket("GU10")
                .size("med 1 lys|with 1 light", 0, 129, 0.35).size("med 2 lys|with 2 lights", 0, 229, 0.70)
                .size("med 3 lys|with 3 lights", 0, 319, 1.05);

        range("indoor/ceiling", Brand.GLIMRUD, "Måne", "plafond|ceiling luminaire")
                .text("Rund plafond med jevnt opplyst opalskjerm og tynn ramme.",
                        "Round ceiling luminaire with an evenly lit opal diffuser and a slim rim.")
                .light(108, 80, "3000", "4000").dimming("phase").colours("white", "black").ip("IP44")
                .size("Ø 280 mm 12 W", 12, 398, 0.95).size("Ø 330 mm 18 W", 18, 489, 1.25)
                .size("Ø 400 mm 24 W", 24, 629, 1.70).size("Ø 500 mm 36 W", 36, 898, 2.45);
        range("indoor/ceiling", Brand.GLIMRUD, "Vakt", "plafond med sensor|ceiling luminaire with sensor")
                .text("Plafond med innebygd bevegelsessensor til trapperom, bod og garasje. Følsomhet og tid stilles "
                                + "i sokkelen.",
                        "Ceiling luminaire with a built-in motion sensor for stairwells, storerooms and garages. "
                                + "Sensitivity and time are set in the base.")
                .light(110, 80, "3000", "4000").colours("white", "black").ip("IP54").ik("IK08")
                .size("Ø 300 mm 15 W", 15, 629, 1.20).size("Ø 350 mm 20 W", 20, 729, 1.45);
        range("indoor/ceiling", Brand.HVERDAL, "Skål", "plafond|ceiling luminaire")
                .text("Enkel plafond i slagfast plast med koblingsklemme for viderekobling.",
                        "Plain ceiling luminaire in impact-resistant plastic with a terminal for through-wiring.")
                .light(105, 80, "3000", "4000", "6500").colours("white").ip("IP44")
                .size("Ø 250 mm 10 W", 10, 149, 0.50).size("Ø 300 mm 15 W", 15, 189, 0.65)
                .size("Ø 380 mm 22 W", 22, 259, 0.95);
        range("indoor/ceiling", Brand.KVELDVIK, "Vidde", "stor plafond i tekstil|large fabric ceiling luminaire")
                .text("Stor plafond med tekstiltrukket kant og opal bunn, til foajé, møterom og spisesal.",
                        "Large ceiling luminaire with a fabric rim and an opal base for foyers, meeting rooms and "
                                + "dining halls.")
                .light(106, 90, "3000", "4000").dimming("DALI-2").colours("white", "grey", "sand").ip("IP20")
                .size("Ø 500 mm 32 W", 32, 1890, 3.4).size("Ø 700 mm 48 W", 48, 2690, 5.6)
                .size("Ø 900 mm 64 W", 64, 3790, 8.2);

        range("indoor/pendants", Brand.KVELDVIK, "Klokke", "pendel i metall|metal pendant")
                .text("Klokkeformet pendel med tekstilledning på 2,5 m. For lyskilde på maks 15 W LED, som ikke "
                                + "følger med.",
                        "Bell-shaped pendant on a 2.5 m fabric cable. Takes a lamp of 15 W LED at most, not included.")
                .colours("white", "black", "green", "brass").ip("IP20").socket("E27")
                .size("Ø 200 mm", 0, 549, 0.9).size("Ø 300 mm", 0, 749, 1.4).size("Ø 400 mm", 0, 998, 2.1);
        range("indoor/pendants", Brand.KVELDVIK, "Glassperle", "pendel i glass|glass pendant")
                .text("Munnblåst glasspendel med messingfarget sokkel. For lyskilde på maks 8 W LED, som ikke følger "
                                + "med.",
                        "Mouth-blown glass pendant with a brass-coloured holder. Takes a lamp of 8 W LED at most, "
                                + "not included.")
                .colours("clear", "opal", "amber").ip("IP20").socket("E27")
                .size("Ø 180 mm", 0, 698, 1.3).size("Ø 250 mm", 0, 898, 2.0);
        range("indoor/pendants", Brand.KVELDVIK, "Kvist", "avlang pendel|linear pendant")
                .text("Slank pendel over spisebord og skranke med direkte og indirekte lys. Wire på 2 m.",
                        "Slim pendant for dining tables and counters with direct and indirect light. 2 m wires.")
                .light(104, 90, "2700", "3000").dimming("phase").colours("white", "black", "brass").ip("IP20")
                .size("1200 mm 28 W", 28, 1690, 1.9, 1200).size("1500 mm 36 W", 36, 1990, 2.3, 1500);
        range("indoor/pendants", Brand.KVELDVIK, "Årring", "ringpendel|ring pendant")
                .text("Ringformet pendel med jevnt lys nedover. Henger i tre wirer som justeres uten verktøy.",
                        "Ring pendant with even downlight. Hangs from three wires that adjust without tools.")
                .light(107, 90, "3000", "4000").dimming("DALI-2").colours("white", "black", "brass").ip("IP20")
                .size("Ø 600 mm 40 W", 40, 2890, 3.2).size("Ø 900 mm 60 W", 60, 3990, 4.8)
                .size("Ø 1200 mm 80 W", 80, 5290, 6.9);
        range("indoor/pendants", Brand.KVELDVIK, "Bjelle", "liten pendel|small pendant")
                .text("Liten pendel til kjøkkenøy og nattbord. For lyskilde på maks 5 W LED, som ikke følger med.",
                        "Small pendant for kitchen islands and bedside tables. Takes a lamp of 5 W LED at most, not "
                                + "included.")
                .colours("white", "black", "copper").ip("IP20").socket("E14")
                .size("enkel|single", 0, 398, 0.6).size("trippel|triple", 0, 1090, 1.9);
        range("indoor/pendants", Brand.LINNVARDE, "Torv", "lydabsorberende pendel|acoustic pendant")
                .text("Pendel med skjerm av presset filt som demper støy i åpne kontorer. Produseres på bestilling.",
                        "Pendant with a pressed felt shade that dampens noise in open-plan offices. Made to order.")
                .light(110, 90, "3000", "4000").dimming("DALI-2").colours("grey", "anthracite", "green", "sand")
                .ip("IP20").madeToOrder()
                .size("Ø 800 mm 36 W", 36, 5490, 5.2).size("Ø 1200 mm 54 W", 54, 7890, 8.9);

        range("indoor/wall", Brand.KVELDVIK, "Nisje", "vegglampe opp og ned|up and down wall luminaire")
                .text("Vegglampe i aluminium som lyser opp og ned langs veggen.",
                        "Aluminium wall luminaire that washes the wall upwards and downwards.")
                .light(98, 80, "2700", "3000").dimming("phase").colours("white", "black", "anthracite").ip("IP20")
                .size(6, 429, 0.6).size(10, 549, 0.9);
        range("indoor/wall", Brand.KVELDVIK, "Lun", "vegglampe med stoffskjerm|wall luminaire with fabric shade")
                .text("Vegglampe med bryter på ledningen. For lyskilde på maks 6 W LED, som ikke følger med.",
                        "Wall luminaire with a switch on the cord. Takes a lamp of 6 W LED at most, not included.")
                .colours("white", "black", "brass").ip("IP20").socket("E14").size("", 0, 498, 0.8);
        range("indoor/wall", Brand.KVELDVIK, "Bokmerke", "leselampe|reading light")
                .text("Leselampe for sengegavl med fleksibel arm og bryter i foten.",
                        "Bedside reading light with a flexible arm and a switch in the base.")
                .light(104, 90, "2700").colours("white", "black", "brushed-steel", "brass").ip("IP20")
                .size(3, 449, 0.45);
        range("indoor/wall", Brand.GLIMRUD, "Galleri", "bildelampe|picture light")
                .text("Bildelampe med god fargegjengivelse og skjerm som vris om egen akse.",
                        "Picture light with high colour rendering and a head that turns about its axis.")
                .light(99, 97, "2700", "3000").dimming("phase").colours("black", "brass").ip("IP20")
                .size("300 mm 6 W", 6, 598, 0.5, 300).size("450 mm 9 W", 9, 749, 0.7, 450)
                .size("600 mm 12 W", 12, 929, 0.9, 600);

        range("indoor/bathroom", Brand.GLIMRUD, "Vannspeil", "speillampe|mirror luminaire")
                .text("Speillampe med blendfritt opalglass. Monteres på vegg, over speil eller på skap.",
                        "Mirror luminaire with glare-free opal glass for wall, mirror or cabinet.")
                .light(103, 90, "3000", "4000").colours("white", "black", "chrome").ip("IP44")
                .size("400 mm 8 W", 8, 449, 0.6, 400).size("600 mm 12 W", 12, 549, 0.8, 600)
                .size("900 mm 16 W", 16, 698, 1.1, 900).size("1200 mm 22 W", 22, 869, 1.4, 1200);
        range("indoor/bathroom", Brand.GLIMRUD, "Fjære", "baderomsplafond|bathroom ceiling luminaire")
                .text("Plafond for våtrom med mattert glass og rustfri festering.",
                        "Ceiling luminaire for wet rooms with frosted glass and a stainless mounting ring.")
                .light(105, 90, "3000", "4000").dimming("phase").colours("white", "black", "chrome").ip("IP54")
                .size("Ø 250 mm 12 W", 12, 549, 1.4).size("Ø 330 mm 18 W", 18, 698, 2.1);
        range("indoor/bathroom", Brand.GLIMRUD, "Sildre", "vegglampe for bad|bathroom wall luminaire")
                .text("Sylindrisk vegglampe for montering på hver side av speilet.",
                        "Cylindrical wall luminaire for both sides of the mirror.")
                .light(101, 90, "2700", "3000").dimming("phase").colours("black", "chrome", "brass").ip("IP44")
                .size(5, 398, 0.55).size(8, 469, 0.75);

        range("indoor/track", Brand.GLIMRUD, "Spor", "skinnespot trefase|three-phase track spotlight")
                .text("Spot for trefaseskinne til butikk og utstilling. Reflektoren skiftes uten verktøy.",
                        "Spotlight on three-phase track for shops and exhibitions. The reflector changes without "
                                + "tools.")
                .light(108, 90, "2700", "3000", "4000").dimming("none", "DALI-2").colours("white", "black").ip("IP20")
                .size(12, 649, 0.75).size(20, 749, 0.95).size(30, 898, 1.20);
        range("indoor/track", Brand.GLIMRUD, "Sprett", "magnetspot 48 V|48 V magnetic spotlight")
                .text("Liten spot som klikkes på plass i magnetisk 48 V-skinne og flyttes uten verktøy.",
                        "Small spotlight that snaps into 48 V magnetic track and moves without tools.")
                .light(101, 90, "2700", "3000").dimming("DALI-2").colours("white", "black").ip("IP20")
                .size(6, 549, 0.22).size(10, 629, 0.30).size(15, 729, 0.41);
        range("indoor/track", Brand.GLIMRUD, "Disk",
                        "skinnespot med høy fargegjengivelse|high colour rendering track spotlight")
                .text("Kraftig spot for klær, frukt og kjøtt, med fargegjengivelse over 97.",
                        "Powerful spotlight for clothes, fruit and meat with colour rendering above 97.")
                .light(101, 97, "3000", "4000").dimming("none", "DALI-2").colours("white", "black").ip("IP20")
                .size(25, 1090, 1.15).size(35, 1290, 1.40);

        range("indoor/strips", Brand.TINDSKEIN, "Ranke", "LED-stripe 24 V|24 V LED strip")
                .text("Fleksibel stripe uten synlige lyspunkter på rull à 5 m. Kan kappes hver 50 mm. Driver kjøpes "
                                + "separat.",
                        "Flexible dot-free strip on a 5 m reel. Cuts every 50 mm. Driver sold separately.")
                .light(104, 90, "2700", "3000", "4000", "6500").withoutDriver().ip("IP20")
                .size("5 m 24 W", 24, 398, 0.15, 5000).size("5 m 48 W", 48, 549, 0.19, 5000)
                .size("5 m 72 W", 72, 729, 0.24, 5000);
        range("indoor/strips", Brand.TINDSKEIN, "Siv", "innstøpt LED-stripe 24 V|encapsulated 24 V LED strip")
                .text("Silikoninnstøpt stripe på rull à 5 m til bad, kjøkken og takutstikk. Driver kjøpes separat.",
                        "Silicone-encapsulated strip on a 5 m reel for bathrooms, kitchens and eaves. Driver sold "
                                + "separately.")
                .light(99, 90, "2700", "3000", "4000").withoutDriver().ip("IP67")
                .size("5 m 24 W", 24, 629, 0.42, 5000).size("5 m 48 W", 48, 798, 0.48, 5000)
                .size("5 m 72 W", 72, 998, 0.55, 5000);
        range("indoor/strips", Brand.TINDSKEIN, "Skimmer", "LED-stripe med justerbar hvit|tunable white LED strip")
                .text("Tokanals stripe på rull à 5 m. Krever tokanals styring og driver på 24 V.",
                        "Two-channel strip on a 5 m reel. Needs a two-channel controller and a 24 V driver.")
                .light(102, 90, "2700-6500").withoutDriver().ip("IP20")
                .size("5 m 60 W", 60, 898, 0.26, 5000).size("5 m 90 W", 90, 1190, 0.31, 5000);
        range("indoor/strips", Brand.TINDSKEIN, "Måltatt", "LED-stripe kappet på mål|LED strip cut to length")
                .text("Stripe på 24 V som kappes, loddes og tettes i endene etter mål. Leveres med 2 m ledning. "
                                + "Driver kjøpes separat.",
                        "24 V strip that is cut, soldered and sealed to measure. Comes with a 2 m lead. Driver sold "
                                + "separately.")
                .light(102, 90, "2700", "3000").withoutDriver().ip("IP44").lengths(500, 1000, 1500, 2000).madeToOrder()
                .size("9.6 W/m", 9.6, 298, 0.05).size("14.4 W/m", 14.4, 349, 0.06);
    }

    private void office() {
        range("office/linear", Brand.LINNVARDE, "Horisont", "nedhengt linjearmatur|suspended linear luminaire")
                .text("Nedhengt armatur med direkte og indirekte lys til arbeidsplasser. UGR under 16. Wire på 1,5 m "
                                + "følger med.",
                        "Suspended luminaire with direct and indirect light for workplaces. UGR below 16. 1.5 m "
                                + "wires included.")
                .light(126, 80, "3000", "4000").dimming("none", "DALI-2").colours("white", "black", "grey").ip("IP20")
                .size("1200 mm 30 W", 30, 1690, 2.8, 1200).size("1500 mm 40 W", 40, 1990, 3.4, 1500)
                .size("1800 mm 48 W", 48, 2390, 4.1, 1800);
        range("office/linear", Brand.LINNVARDE, "Kant", "utenpåliggende linjearmatur|surface linear luminaire")
                .text("Slank armatur for montering rett på himling, med opal avskjerming i hele lengden.",
                        "Slim luminaire mounted directly on the ceiling, with an opal diffuser along its full length.")
                .light(122, 80, "3000", "4000").dimming("none", "DALI-2").colours("white", "black").ip("IP20")
                .size("1200 mm 24 W", 24, 1190, 2.2, 1200).size("1500 mm 32 W", 32, 1390, 2.7, 1500);
        range("office/linear", Brand.LINNVARDE, "Strek", "linjearmatur på mål|made-to-measure linear luminaire")
                .text("Sammenhengende lyslinje som produseres i ønsket lengde, for innfelling eller nedheng.",
                        "Continuous line of light, made to the length you need, for recessing or suspension.")
                .light(120, 90, "3000", "4000").dimming("DALI-2").lengths(1200, 1800, 2400, 3000).ip("IP20")
                .madeToOrder().bulkyOver(2000)
                .size("direkte|direct", 22, 1490, 2.1).size("direkte og indirekte|direct and indirect", 36, 1890, 2.4);
        range("office/linear", Brand.LINNVARDE, "Hjørnestrek", "linjearmatur med hjørne|cornered linear luminaire")
                .text("L-formet lyslinje med lysende hjørne. Hver side produseres i oppgitt lengde.",
                        "L-shaped line of light with a lit corner. Each side is made to the stated length.")
                .light(118, 90, "3000", "4000").dimming("DALI-2").colours("white", "black").lengths(1200, 1800)
                .ip("IP20").madeToOrder()
                .size("innfelt|recessed", 44, 3290, 4.6).size("nedhengt|suspended", 44, 3490, 4.9);
        range("office/linear", Brand.LINNVARDE, "Sving", "buet linjearmatur|curved linear luminaire")
                .text("Kvart sirkel med jevnt lys, til nedheng alene eller satt sammen til ring. Produseres på "
                                + "bestilling.",
                        "Quarter circle with even light, hung alone or joined into a ring. Made to order.")
                .light(114, 90, "3000", "4000").dimming("DALI-2").colours("white", "black").ip("IP20").madeToOrder()
                .size("R 1000 mm 34 W", 34, 3890, 4.2).size("R 1500 mm 50 W", 50, 4990, 6.1)
                .size("R 2000 mm 68 W", 68, 6290, 8.0);
        range("office/linear", Brand.HVERDAL, "Klasserom", "linjearmatur|linear luminaire")
                .text("Armatur med mikroprismer til klasserom og grupperom. Har gjennomgående kobling i begge ender.",
                        "Luminaire with micro-prisms for classrooms and group rooms. Through-wired at both ends.")
                .light(125, 80, "3000", "4000").dimming("none", "DALI-2").colours("white").ip("IP20")
                .size("1200 mm 28 W", 28, 729, 2.4, 1200).size("1500 mm 36 W", 36, 849, 2.9, 1500);
        range("office/linear", Brand.LINNVARDE, "Kritt", "tavlearmatur|whiteboard luminaire")
                .text("Asymmetrisk armatur som gir jevnt lys på tavle og oppslag uten å blende.",
                        "Asymmetric luminaire that lights boards and notices evenly without glare.")
                .light(116, 90, "3000", "4000").dimming("none", "DALI-2").colours("white").ip("IP20")
                .size("1200 mm 26 W", 26, 1490, 2.6, 1200).size("1500 mm 34 W", 34, 1690, 3.1, 1500);

        range("office/panels", Brand.LINNVARDE, "Isflak", "LED-panel|LED panel")
                .text("Innfelt panel for modulhimling med jevn lysflate og UGR under 19.",
                        "Lay-in panel for modular ceilings with an even surface and UGR below 19.")
                .light(130, 80, "3000", "4000").dimming("none", "DALI-2").colours("white").ip("IP40")
                .size("600 × 600 mm 28 W", 28, 549, 2.6, 600).size("600 × 600 mm 36 W", 36, 598, 2.7, 600)
                .size("300 × 1200 mm 36 W", 36, 689, 3.1, 1200).size("600 × 1200 mm 54 W", 54, 1090, 5.2, 1200);
        range("office/panels", Brand.LINNVARDE, "Rimfrost", "LED-panel med lav blending|low-glare LED panel")
                .text("Panel med mikroprismer for skjermarbeid, UGR under 16. Leveres med flimmerfri driver.",
                        "Panel with micro-prisms for screen work, UGR below 16. Comes with a flicker-free driver.")
                .light(128, 90, "3000", "4000").dimming("none", "DALI-2").colours("white", "black").ip("IP40")
                .size("600 × 600 mm 30 W", 30, 798, 2.8, 600).size("300 × 1200 mm 34 W", 34, 898, 3.3, 1200);
        range("office/panels", Brand.LINNVARDE, "Døgn", "LED-panel med justerbar hvit|tunable white LED panel")
                .text("Panel for døgnrytmelys i skole, sykehjem og kontor.",
                        "Panel for circadian lighting in schools, nursing homes and offices.")
                .light(118, 90, "2700-6500").dimming("DALI-2", "Bluetooth").colours("white").ip("IP40")
                .size("600 × 600 mm 36 W", 36, 1290, 2.9, 600).size("300 × 1200 mm 36 W", 36, 1390, 3.4, 1200);
        range("office/panels", Brand.HVERDAL, "Flate", "LED-panel|LED panel")
                .text("Rimelig panel for modulhimling. Utenpåliggende ramme kjøpes separat.",
                        "Economy panel for modular ceilings. Surface-mounting frame sold separately.")
                .light(112, 80, "3000", "4000", "6500").colours("white").ip("IP20")
                .size("600 × 600 mm 36 W", 36, 349, 2.3, 600).size("300 × 1200 mm 36 W", 36, 389, 2.8, 1200)
                .size("600 × 1200 mm 55 W", 55, 689, 4.8, 1200);

        range("office/floor", Brand.LINNVARDE, "Furu", "gulvarmatur|free-standing luminaire")
                .text("Frittstående armatur for to arbeidsplasser med bevegelses- og dagslyssensor.",
                        "Free-standing luminaire for two workplaces with motion and daylight sensor.")
                .light(124, 80, "3000", "4000").dimming("none", "Bluetooth").colours("white", "black").ip("IP20")
                .size(60, 4990, 14.5).size(80, 5690, 15.8);
        range("office/floor", Brand.KVELDVIK, "Leirplass", "gulvlampe|floor lamp")
                .text("Gulvlampe med stoffskjerm og fotbryter. For lyskilde på maks 15 W LED, som ikke følger med.",
                        "Floor lamp with a fabric shade and a foot switch. Takes a lamp of 15 W LED at most, not "
                                + "included.")
                .colours("white", "black", "brass").ip("IP20").socket("E27").size("", 0, 1290, 6.4, 1550);

        range("office/desk", Brand.LINNVARDE, "Penn", "arbeidslampe|task light")
                .text("Arbeidslampe med leddet arm, trinnløs dimming og minne for siste innstilling.",
                        "Task light with a jointed arm, stepless dimming and a memory for the last setting.")
                .light(99, 90, "2700-6500").dimming("Bluetooth").colours("white", "black", "brushed-steel").ip("IP20")
                .size("8 W med fot|8 W with base", 8, 1190, 2.4).size("8 W med klemme|8 W with clamp", 8, 1090, 1.6);
        range("office/desk", Brand.LINNVARDE, "Sekretær", "skrivebordslampe|desk lamp")
                .text("Balansert skrivebordslampe som holder stillingen. Bryter på hodet.",
                        "Balanced desk lamp that stays where it is put. Switch on the head.")
                .light(100, 90, "3000", "4000").colours("white", "black", "brass").ip("IP20")
                .size(6, 749, 1.9).size(10, 898, 2.2);
        range("office/desk", Brand.LINNVARDE, "Granske", "lupelampe|magnifier lamp")
                .text("Lupelampe med fem dioptrier og bordklemme til verksted, klinikk og laboratorium.",
                        "Magnifier lamp with five dioptres and a table clamp for workshops, clinics and laboratories.")
                .light(101, 90, "4000", "6500").colours("white", "black").ip("IP20")
                .size(9, 1590, 3.1).size(14, 1890, 3.6);
    }

    private void industrial() {
        range("industrial/highbay", Brand.STRALHEIM, "Kvern", "highbay-armatur|high bay")
                .text("Rund armatur for lager, verksted og produksjon med takhøyde på 6 til 14 m. Leveres med krok.",
                        "Round luminaire for warehouses, workshops and production with ceilings of 6 to 14 m. Hook "
                                + "included.")
                .light(145, 80, "4000", "5000").dimming("1-10V", "DALI-2").colours("black").ip("IP65").ik("IK08")
                .size(100, 1490, 3.1).size(150, 1790, 3.7).size(200, 2190, 4.5).size(240, 2590, 5.6);
        range("industrial/highbay", Brand.STRALHEIM, "Kvern", "highbay-armatur på pall|high bays on a pallet")
                .text("Ti armaturer samlet på pall uten enkeltemballasje. Pris og vekt gjelder hele pallen, lysdata "
                                + "én armatur.",
                        "Ten luminaires on one pallet without single packaging. Price and weight are for the pallet, "
                                + "light data for one luminaire.")
                .light(145, 80, "4000", "5000").dimming("1-10V").colours("black").ip("IP65").ik("IK08").bulky()
                .size("10 × 100 W", 100, 13400, 48).size("10 × 150 W", 150, 16100, 54)
                .size("10 × 200 W", 200, 19700, 62);
        range("industrial/highbay", Brand.STRALHEIM, "Slegge", "highbay for varme rom|high bay for hot rooms")
                .text("Armatur for omgivelser opp til 65 °C, med frittstående driver og herdet glass.",
                        "Luminaire for ambient temperatures up to 65 °C, with a remote driver and toughened glass.")
                .light(136, 80, "4000", "5000").dimming("1-10V", "DALI-2").colours("grey").ip("IP66").ik("IK09")
                .size(110, 2890, 6.8).size(165, 3490, 7.9).size(220, 4190, 9.6);
        range("industrial/highbay", Brand.STRALHEIM, "Hall", "lineær highbay|linear high bay")
                .text("Avlang armatur med smal lysfordeling for reolganger eller bred fordeling for åpne haller.",
                        "Long luminaire with a narrow beam for racking aisles or a wide beam for open halls.")
                .light(146, 80, "4000", "5000").dimming("DALI-2").colours("white").ip("IP54").ik("IK07")
                .size("90 W smal|90 W narrow", 90, 2190, 4.2, 900).size("90 W bred|90 W wide", 90, 2190, 4.2, 900)
                .size("140 W smal|140 W narrow", 140, 2690, 5.3, 1200)
                .size("140 W bred|140 W wide", 140, 2690, 5.3, 1200);
        range("industrial/highbay", Brand.STRALHEIM, "Bane", "idrettshallarmatur|sports hall luminaire")
                .text("Ballsikker armatur for idrettshall og gymsal, med gitter og lav blending.",
                        "Ball-proof luminaire for sports halls and gymnasiums, with a guard and low glare.")
                .light(134, 80, "4000", "5000").dimming("none", "DALI-2").colours("white").ip("IP20").ik("IK10")
                .size("120 W", 120, 3290, 8.9, 1350).size("160 W", 160, 3790, 10.2, 1350);

        range("industrial/batten", Brand.STRALHEIM, "Skvett", "tett armatur|waterproof batten")
                .text("Tett armatur med rustfrie klips og gjennomgående kobling, til parkeringshus, lager og teknisk "
                                + "rom.",
                        "Waterproof batten with stainless clips and through-wiring for car parks, warehouses and "
                                + "plant rooms.")
                .light(132, 80, "3000", "4000", "5000").dimming("none", "DALI-2").colours("grey").ip("IP65").ik("IK08")
                .size("600 mm 18 W", 18, 398, 1.0, 600).size("1200 mm 36 W", 36, 549, 1.7, 1200)
                .size("1500 mm 50 W", 50, 649, 2.1, 1500);
        range("industrial/batten", Brand.STRALHEIM, "Skvettvakt",
                        "tett armatur med sensor|waterproof batten with sensor")
                .text("Tett armatur med radarsensor som slukker når ingen er til stede.",
                        "Waterproof batten with a microwave sensor that turns it off when nobody is present.")
                .light(130, 80, "3000", "4000").colours("grey").ip("IP65").ik("IK08")
                .size("1200 mm 36 W", 36, 898, 1.8, 1200).size("1500 mm 50 W", 50, 998, 2.2, 1500);
        range("industrial/batten", Brand.STRALHEIM, "Skvettreserve",
                        "tett armatur med nødlys|waterproof batten with emergency unit")
                .text("Tett armatur med nødlysenhet som gir lys i tre timer ved strømbrudd.",
                        "Waterproof batten with an emergency unit that gives light for three hours after a power cut.")
                .light(130, 80, "3000", "4000").colours("grey").ip("IP65").ik("IK08")
                .size("1200 mm 36 W", 36, 1490, 2.4, 1200).size("1500 mm 50 W", 50, 1690, 2.8, 1500);
        range("industrial/batten", Brand.STRALHEIM, "Fjøs", "armatur for landbruk|agricultural luminaire")
                .text("Armatur som tåler ammoniakk, støv og høytrykksspyling, til fjøs, stall og vaskehall.",
                        "Luminaire that withstands ammonia, dust and pressure washing, for barns, stables and wash "
                                + "bays.")
                .light(128, 80, "3000", "4000").dimming("none", "1-10V").colours("white").ip("IP69K").ik("IK08")
                .size("1200 mm 38 W", 38, 1090, 2.3, 1200).size("1500 mm 52 W", 52, 1290, 2.8, 1500);
        range("industrial/batten", Brand.HVERDAL, "Garasje", "tett armatur|waterproof batten")
                .text("Enkel tett armatur til garasje, bod og carport.",
                        "Plain waterproof batten for garages, sheds and carports.")
                .light(115, 80, "4000", "6500").colours("white").ip("IP65").ik("IK06").oneProduct()
                .size("600 mm 18 W", 18, 198, 0.7, 600).size("1200 mm 36 W", 36, 269, 1.2, 1200)
                .size("1500 mm 48 W", 48, 329, 1.5, 1500);

        range("industrial/trunking", Brand.STRALHEIM, "Rekke", "lysinnsats for lysrekke|light insert for trunking")
                .text("Lysinnsats som klikkes inn i bæreskinnen og kobles med ett håndgrep.",
                        "Light insert that snaps into the rail and connects in one movement.")
                .light(142, 80, "4000", "5000").dimming("none", "DALI-2").colours("white").ip("IP20").ik("IK05")
                .size("1500 mm 35 W smal|1500 mm 35 W narrow", 35, 898, 2.0, 1500)
                .size("1500 mm 35 W bred|1500 mm 35 W wide", 35, 898, 2.0, 1500)
                .size("1500 mm 50 W smal|1500 mm 50 W narrow", 50, 998, 2.1, 1500)
                .size("1500 mm 50 W bred|1500 mm 50 W wide", 50, 998, 2.1, 1500)
                .size("1500 mm 70 W bred|1500 mm 70 W wide", 70, 1190, 2.3, 1500);
        range("industrial/trunking", Brand.STRALHEIM, "Rekke", "bæreskinne for lysrekke|rail for trunking")
                .text("Bæreskinne i stål med sju gjennomgående ledere. Skjøtes uten verktøy.",
                        "Steel rail with seven continuous conductors. Joins without tools.")
                .colours("white", "black", "grey").lengths(1500, 3000).ip("IP20").bulkyOver(2000)
                .size("", 0, 398, 1.5);
        range("industrial/trunking", Brand.STRALHEIM, "Rekke", "blinddeksel for lysrekke|blank cover for trunking")
                .text("Deksel for åpne felt i bæreskinnen.", "Cover for open sections of the rail.")
                .colours("white", "black", "grey").lengths(750, 1500).size("", 0, 129, 0.5);

        range("industrial/worklights", Brand.STRALHEIM, "Rigg",
                        "arbeidslampe for byggeplass|construction site work light")
                .text("Arbeidslampe med gummikledd stativ, 5 m ledning og to uttak.",
                        "Work light with a rubber-clad stand, 5 m cable and two outlets.")
                .light(112, 80, "4000", "5000").colours("black").ip("IP54").ik("IK08")
                .size(30, 549, 2.2).size(50, 698, 2.9).size(80, 949, 4.1);
        range("industrial/worklights", Brand.STRALHEIM, "Rigg Fri", "oppladbar arbeidslampe|rechargeable work light")
                .text("Oppladbar arbeidslampe med magnetfot og fire timers brukstid på full styrke.",
                        "Rechargeable work light with a magnetic base and four hours at full power.")
                .light(104, 80, "4000", "6500").colours("black").ip("IP54").ik("IK07")
                .size(10, 549, 0.9).size(20, 749, 1.5);
        range("industrial/worklights", Brand.STRALHEIM, "Steinbrudd", "anleggslampe|site luminaire")
                .text("Rundstrålende lampe som henges opp eller settes på stativ og lyser opp hele rommet.",
                        "All-round luminaire that hangs or stands on a tripod and lights the whole room.")
                .light(118, 80, "4000", "5000").colours("grey").ip("IP65").ik("IK10")
                .size(60, 1290, 3.4).size(100, 1690, 4.6);
        range("industrial/worklights", Brand.STRALHEIM, "Trefot", "stativ for arbeidslampe|work light tripod")
                .text("Sammenleggbart stativ i stål med festebrakett for én eller to lamper.",
                        "Folding steel tripod with a bracket for one or two lights.")
                .oneProduct().size("1.8 m", 0, 398, 3.6, 1800).size("3 m", 0, 598, 5.9, 3000);
    }

    private void outdoor() {
        range("outdoor/bollards", Brand.SKJAERGLO, "Varde", "pullert|bollard")
                .text("Rund pullert i pulverlakkert aluminium for gangvei og innkjørsel. Lyset skjermes mot himmelen.",
                        "Round bollard in powder-coated aluminium for paths and driveways. No light towards the sky.")
                .light(99, 80, "2700", "3000").colours("black", "anthracite", "rust").ip("IP65").ik("IK08")
                .size("500 mm 10 W", 10, 1290, 2.6, 500).size("800 mm 14 W", 14, 1590, 3.5, 800)
                .size("1000 mm 18 W", 18, 1790, 4.2, 1000);
        range("outdoor/bollards", Brand.SKJAERGLO, "Merke", "firkantet pullert|square bollard")
                .text("Firkantet pullert med lys til én side. Passer langs mur, hekk og trapp.",
                        "Square bollard that lights to one side, for walls, hedges and steps.")
                .light(98, 80, "2700", "3000").colours("black", "anthracite", "rust").ip("IP65").ik("IK08")
                .size("600 mm 9 W", 9, 1190, 2.9, 600).size("900 mm 12 W", 12, 1450, 3.8, 900);
        range("outdoor/bollards", Brand.SKJAERGLO, "Bauta", "pullert for E27|E27 bollard")
                .text("Klassisk pullert med opalglass. For lyskilde på maks 10 W LED, som ikke følger med.",
                        "Classic bollard with opal glass. Takes a lamp of 10 W LED at most, not included.")
                .colours("black", "anthracite", "galvanised").ip("IP44").ik("IK06").socket("E27")
                .size("600 mm", 0, 898, 2.4, 600).size("900 mm", 0, 1090, 3.1, 900);
        range("outdoor/bollards", Brand.SKJAERGLO, "Vokter", "robust pullert|heavy-duty bollard")
                .text("Hærverkssikker pullert i ekstrudert aluminium med skjult innfesting, til skole, park og "
                                + "stasjon.",
                        "Vandal-resistant bollard in extruded aluminium with concealed fixing, for schools, parks "
                                + "and stations.")
                .light(104, 80, "3000", "4000").dimming("none", "DALI-2").colours("black", "anthracite").ip("IP66")
                .ik("IK10")
                .size("1000 mm 16 W", 16, 3890, 8.6, 1000).size("1200 mm 22 W", 22, 4490, 9.9, 1200);

        range("outdoor/wall", Brand.SKJAERGLO, "Skott", "rund utelampe|round bulkhead")
                .text("Rund vegg- og taklampe til inngang, trapperom og svalgang.",
                        "Round wall and ceiling luminaire for entrances, stairwells and access balconies.")
                .light(106, 80, "3000", "4000").colours("white", "black", "anthracite").ip("IP65").ik("IK10")
                .size(10, 449, 0.9).size(15, 549, 1.2).size(20, 649, 1.5);
        range("outdoor/wall", Brand.SKJAERGLO, "Skottvakt", "rund utelampe med sensor|round bulkhead with sensor")
                .text("Rund vegglampe med radarsensor som tenner når noen kommer.",
                        "Round wall luminaire with a microwave sensor that turns it on when somebody comes.")
                .light(106, 80, "3000", "4000").colours("white", "black", "anthracite").ip("IP65").ik("IK10")
                .size(10, 698, 1.0).size(15, 798, 1.3);
        range("outdoor/wall", Brand.SKJAERGLO, "Gavl", "utelampe opp og ned|up and down wall luminaire")
                .text("Vegglampe i aluminium med smale lysstråler opp og ned langs fasaden.",
                        "Aluminium wall luminaire with narrow beams up and down the façade.")
                .light(98, 80, "2700", "3000").colours("white", "black", "anthracite", "rust").ip("IP54").ik("IK06")
                .size(8, 598, 1.0).size(12, 749, 1.4);
        range("outdoor/wall", Brand.SKJAERGLO, "Fyr", "vegglykt|wall lantern")
                .text("Tradisjonell lykt med klart glass. For lyskilde på maks 10 W LED, som ikke følger med.",
                        "Traditional lantern with clear glass. Takes a lamp of 10 W LED at most, not included.")
                .colours("white", "black", "galvanised", "copper").ip("IP44").socket("E27").size("", 0, 749, 1.6);
        range("outdoor/wall", Brand.HVERDAL, "Bod", "utelampe med sensor|outdoor luminaire with sensor")
                .text("Vegglampe med PIR-sensor og skumringsbryter til bod, carport og bakinngang.",
                        "Wall luminaire with PIR sensor and twilight switch for sheds, carports and back doors.")
                .light(100, 80, "3000", "4000").colours("white", "black").ip("IP54").ik("IK06")
                .size(10, 298, 0.7).size(18, 389, 1.0);
        range("outdoor/wall", Brand.SKJAERGLO, "Svaberg", "fasadelampe på mål|made-to-measure façade luminaire")
                .text("Lineær fasadelampe i saltvannsbestandig aluminium. Produseres i oppgitt lengde.",
                        "Linear façade luminaire in seawater-resistant aluminium. Made to the stated length.")
                .light(108, 80, "3000", "4000").dimming("DALI-2").lengths(600, 900, 1200, 1500).ip("IP66").ik("IK08")
                .madeToOrder()
                .size("med smal stråle|with narrow beam", 24, 3490, 3.2)
                .size("med bred stråle|with wide beam", 24, 3490, 3.2);

        range("outdoor/floodlights", Brand.STRALHEIM, "Storm", "lyskaster|floodlight")
                .text("Flat lyskaster i støpt aluminium med dreibar brakett og trykkutjevning mot kondens.",
                        "Flat floodlight in die-cast aluminium with a swivel bracket and a vent against condensation.")
                .light(125, 80, "3000", "4000", "5000").colours("black").ip("IP66").ik("IK08")
                .size(20, 398, 0.9).size(30, 449, 1.1).size(50, 598, 1.6).size(100, 998, 2.9).size(150, 1490, 4.2)
                .size(200, 1890, 5.4);
        range("outdoor/floodlights", Brand.STRALHEIM, "Stormvakt", "lyskaster med sensor|floodlight with sensor")
                .text("Lyskaster med PIR-sensor som dekker 12 m og stilles inn uten verktøy.",
                        "Floodlight with a PIR sensor that covers 12 m and is set without tools.")
                .light(115, 80, "3000", "4000").colours("white", "black").ip("IP54").ik("IK06")
                .size(20, 549, 1.1).size(30, 629, 1.3).size(50, 798, 1.9);
        range("outdoor/floodlights", Brand.STRALHEIM, "Plan", "asymmetrisk lyskaster|asymmetric floodlight")
                .text("Lyskaster med asymmetrisk optikk for parkeringsplass, lasterampe og skilt. Lyser flatt uten å "
                                + "vippes.",
                        "Floodlight with asymmetric optics for car parks, loading bays and signs. Mounted level, "
                                + "without tilt.")
                .light(132, 80, "3000", "4000").dimming("none", "DALI-2").colours("grey").ip("IP66").ik("IK08")
                .size(75, 2290, 4.1).size(120, 2990, 5.6).size(180, 3890, 7.8);
        range("outdoor/floodlights", Brand.STRALHEIM, "Stadion", "lyskaster for idrettsanlegg|sports ground floodlight")
                .text("Kraftig lyskaster for bane, havn og terminal. Driverboksen kan monteres ved mastefoten.",
                        "Powerful floodlight for pitches, ports and terminals. The driver box may be mounted at the "
                                + "foot of the pole.")
                .light(138, 80, "4000", "5000").dimming("1-10V", "DALI-2").colours("grey").ip("IP66").ik("IK09").bulky()
                .size(400, 8900, 14.5).size(600, 12400, 18.9).size(900, 17900, 26.5).size(1200, 20500, 33);

        range("outdoor/street", Brand.SKJAERGLO, "Farled", "veiarmatur|street luminaire")
                .text("Veiarmatur for kommunal vei og gangvei, for topp- eller sidemontering på 60 mm mast.",
                        "Street luminaire for local roads and footpaths, for top or side entry on a 60 mm pole.")
                .light(140, 80, "3000", "4000").dimming("none", "DALI-2").colours("grey", "anthracite").ip("IP66")
                .ik("IK09")
                .size(24, 2490, 4.6).size(36, 2790, 4.8).size(50, 3190, 5.4).size(72, 3690, 6.2).size(100, 4490, 7.8);
        range("outdoor/street", Brand.SKJAERGLO, "Allé", "parkarmatur|post-top luminaire")
                .text("Toppmontert parkarmatur med rundstrålende lys og skjerm mot himmelen.",
                        "Post-top park luminaire with all-round light and a shield towards the sky.")
                .light(116, 80, "2700", "3000", "4000").dimming("none", "DALI-2").colours("black", "anthracite")
                .ip("IP66")
                .ik("IK10")
                .size(20, 3290, 6.4).size(30, 3590, 6.6).size(40, 3990, 6.9);
        range("outdoor/street", Brand.SKJAERGLO, "Tun", "parklykt|park lantern")
                .text("Lykt i klassisk form til gårdsrom, torg og gamle bydeler.",
                        "Lantern of classic shape for courtyards, squares and old town quarters.")
                .light(112, 80, "2700", "3000").colours("black", "green").ip("IP65").ik("IK08")
                .size(18, 4290, 7.2).size(28, 4690, 7.5);

        range("outdoor/poles", Brand.SKJAERGLO, "Malm", "konisk stålmast|conical steel pole")
                .text("Varmforsinket mast med luke, jordskrue og 60 mm topp, for nedsetting i fundament.",
                        "Hot-dip galvanised pole with door, earth screw and 60 mm top, set into a foundation.")
                .colours("galvanised", "anthracite").bulky()
                .size("3 m", 0, 2290, 26, 3000).size("4 m", 0, 2690, 34, 4000).size("5 m", 0, 3190, 44, 5000)
                .size("6 m", 0, 3890, 56, 6000).size("8 m", 0, 5490, 84, 8000).size("10 m", 0, 7490, 118, 10000);
        range("outdoor/poles", Brand.SKJAERGLO, "Rakved", "aluminiumsmast|aluminium pole")
                .text("Sylindrisk mast i aluminium med fotplate, lakkert på bestilling.",
                        "Cylindrical aluminium pole with base plate, painted to order.")
                .colours("black", "anthracite", "green").bulky().madeToOrder()
                .size("3 m", 0, 3490, 14, 3000).size("4 m", 0, 3990, 18, 4000).size("5 m", 0, 4690, 23, 5000)
                .size("6 m", 0, 5490, 29, 6000);
        range("outdoor/poles", Brand.SKJAERGLO, "Høymast", "mast for lyskastere|floodlight pole")
                .text("Ettergivende mast med travers for inntil fire lyskastere. Leveres i to deler.",
                        "Passively safe pole with a crossarm for up to four floodlights. Delivered in two sections.")
                .colours("galvanised").bulky().madeToOrder().oneProduct()
                .size("12 m", 0, 16900, 240, 12000).size("14 m", 0, 20400, 295, 14000)
                .size("16 m", 0, 24900, 360, 16000);
        range("outdoor/poles", Brand.SKJAERGLO, "Rotfot", "betongfundament|concrete foundation")
                .text("Prefabrikkert fundament med kabelgjennomføring og kiler for oppretting.",
                        "Precast foundation with cable entry and wedges for alignment.")
                .bulky()
                .size("for mast på 3–4 m|for 3–4 m pole", 0, 1190, 110)
                .size("for mast på 5–6 m|for 5–6 m pole", 0, 1590, 185)
                .size("for mast på 8–10 m|for 8–10 m pole", 0, 2890, 420);
        range("outdoor/poles", Brand.SKJAERGLO, "Gren", "mastearm|pole bracket")
                .text("Arm for 60 mm mastetopp, for én eller to armaturer.",
                        "Bracket for a 60 mm pole top, for one or two luminaires.")
                .colours("galvanised", "anthracite")
                .size("enkel 0.5 m|single 0.5 m", 0, 749, 3.4, 500)
                .size("dobbel 0.5 m|double 0.5 m", 0, 1090, 5.6, 1000);

        range("outdoor/inground", Brand.SKJAERGLO, "Hule", "nedfelt bakkearmatur|in-ground luminaire")
                .text("Overkjørbar bakkearmatur som tåler 2000 kg. Leveres med innstøpingsboks.",
                        "Drive-over in-ground luminaire that carries 2000 kg. Comes with an installation sleeve.")
                .light(98, 80, "2700", "3000", "4000").colours("black", "brushed-steel").ip("IP67").ik("IK10")
                .size(3, 598, 0.7).size(6, 798, 1.1).size(12, 1190, 2.3).size(18, 1590, 3.4);
        range("outdoor/inground", Brand.SKJAERGLO, "Helle", "trinnlys|step light")
                .text("Innfelt lys for trapp, mur og trinn, som lyser ned på gangflaten.",
                        "Recessed light for stairs, walls and steps that lights the walking surface.")
                .light(99, 80, "2700", "3000").colours("white", "black", "anthracite", "rust").ip("IP65").ik("IK08")
                .size(2, 349, 0.4).size(4, 429, 0.6);
        range("outdoor/inground", Brand.SKJAERGLO, "Brygge", "terrasselys i sett|decking light set")
                .text("Små innfelte lyspunkter for terrasse og brygge med driver, kabel og hurtigkoblinger.",
                        "Small recessed lights for decking and jetties with driver, cable and quick connectors.")
                .light(98, 80, "2700", "3000").colours("black", "brushed-steel").ip("IP67").ik("IK06")
                .size("6 stk. 6 W|6 pcs 6 W", 6, 898, 1.2).size("10 stk. 10 W|10 pcs 10 W", 10, 1290, 1.8);
        range("outdoor/inground", Brand.SKJAERGLO, "Rotskudd", "hagespot på spyd|garden spike spotlight")
                .text("Vippbar spot på spyd for tre, busk og mur. 2 m gummikabel.",
                        "Tiltable spotlight on a spike for trees, shrubs and walls. 2 m rubber cable.")
                .light(99, 80, "2700", "3000").colours("black", "anthracite", "green").ip("IP65").ik("IK06")
                .size(5, 398, 0.6).size(9, 498, 0.9);
    }

    private void emergency() {
        range("emergency/exit-signs", Brand.VARSLUND, "Utgang", "markeringslys|exit sign")
                .text("Gjennomlyst skilt med tre timers batteridrift og automatisk selvtest. Fire piktogrammer "
                                + "følger med.",
                        "Internally lit sign with three hours on battery and automatic self-test. Four pictograms "
                                + "included.")
                .colours("white", "black", "brushed-steel").ip("IP40").ik("IK04")
                .size("leseavstand 20 m|viewing distance 20 m", 2.5, 898, 0.9)
                .size("leseavstand 26 m|viewing distance 26 m", 3, 1090, 1.2)
                .size("leseavstand 30 m|viewing distance 30 m", 3.5, 1290, 1.5);
        range("emergency/exit-signs", Brand.VARSLUND, "Utgang Tett", "kapslet markeringslys|sealed exit sign")
                .text("Markeringslys for fuktige og kalde rom med varmeelement på batteriet, ned til −25 °C.",
                        "Exit sign for damp and cold rooms with a heated battery, down to −25 °C.")
                .colours("white", "grey").ip("IP65").ik("IK08")
                .size("leseavstand 20 m|viewing distance 20 m", 4, 1590, 1.7)
                .size("leseavstand 30 m|viewing distance 30 m", 5, 1890, 2.2);
        range("emergency/exit-signs", Brand.VARSLUND, "Bue", "markeringslys med glassplate|exit sign with glass blade")
                .text("Markeringslys med kantbelyst plate for himling, vegg eller pendel.",
                        "Exit sign with an edge-lit blade for ceiling, wall or pendant mounting.")
                .colours("white", "black", "brass").ip("IP20")
                .size("innfelt|recessed", 2.5, 1190, 0.8).size("utenpåliggende|surface", 2.5, 1090, 0.9);

        range("emergency/escape", Brand.VARSLUND, "Rømning", "ledelys|escape route luminaire")
                .text("Ledelys med linse for korridor eller åpent areal og tre timers batteridrift. Selvtest hver uke.",
                        "Escape route luminaire with a corridor or open-area lens and three hours on battery. Weekly "
                                + "self-test.")
                .light(120, 80, "4000", "5000").colours("white", "black").ip("IP20")
                .size("korridor 3 W|corridor 3 W", 3, 749, 0.5).size("åpent areal 3 W|open area 3 W", 3, 749, 0.5)
                .size("korridor 5 W|corridor 5 W", 5, 898, 0.6).size("åpent areal 5 W|open area 5 W", 5, 898, 0.6);
        range("emergency/escape", Brand.VARSLUND, "Rømning Tett", "kapslet ledelys|sealed escape route luminaire")
                .text("Ledelys for garasje, lager og utvendig rømningsvei.",
                        "Escape route luminaire for garages, warehouses and outdoor routes.")
                .light(118, 80, "4000", "5000").colours("white", "grey").ip("IP65").ik("IK08")
                .size(4, 998, 1.1).size(8, 1290, 1.4);
        range("emergency/escape", Brand.VARSLUND, "Tvilling",
                        "nødlyskaster med to hoder|twin-head emergency floodlight")
                .text("To dreibare hoder for store rom som produksjon og idrettshall. Én times batteridrift.",
                        "Two swivel heads for large rooms such as production areas and sports halls. One hour on "
                                + "battery.")
                .light(112, 80, "5000").colours("white", "grey").ip("IP65").ik("IK07")
                .size("2 × 10 W", 20, 2490, 3.9).size("2 × 20 W", 40, 3290, 5.4);
        range("emergency/escape", Brand.VARSLUND, "Vikar", "nødlysinnsats|emergency conversion kit")
                .text("Innsats som gjør en vanlig LED-armatur til nødlys. Leveres med batteri, testknapp og indikator.",
                        "Kit that turns an ordinary LED luminaire into an emergency luminaire. Battery, test button "
                                + "and indicator included.")
                .ip("IP20").dimming("none", "DALI-2")
                .size("én time|one hour", 3, 698, 0.5).size("tre timer|three hours", 3, 898, 0.8);

        range("emergency/batteries", Brand.VARSLUND, "Reserve", "batteri for nødlys LiFePO4|LiFePO4 emergency battery")
                .text("Utskiftingsbatteri med plugg for nødlys. Lang levetid og liten selvutladning.",
                        "Plug-in replacement battery for emergency luminaires. Long life and low self-discharge.")
                .size("3.2 V 1.5 Ah", 0, 198, 0.06).size("3.2 V 3 Ah", 0, 269, 0.11).size("6.4 V 1.5 Ah", 0, 329, 0.12)
                .size("6.4 V 3 Ah", 0, 449, 0.22).size("9.6 V 3 Ah", 0, 598, 0.33);
        range("emergency/batteries", Brand.VARSLUND, "Reserve Eldre", "batteri for nødlys NiMH|NiMH emergency battery")
                .text("Batteripakke for eldre nødlys med løse ledninger.",
                        "Battery pack for older emergency luminaires, with open leads.")
                .size("3.6 V 2.2 Ah", 0, 179, 0.13).size("4.8 V 2.2 Ah", 0, 219, 0.17).size("4.8 V 4 Ah", 0, 298, 0.25)
                .size("6 V 4 Ah", 0, 359, 0.31);
        range("emergency/batteries", Brand.VARSLUND, "Sentral", "batteri for nødlyssentral|central battery")
                .text("Vedlikeholdsfritt blybatteri for sentralt nødlysanlegg.",
                        "Maintenance-free lead battery for central emergency systems.")
                .size("12 V 24 Ah", 0, 898, 8.4).size("12 V 55 Ah", 0, 1890, 17.8).size("12 V 100 Ah", 0, 3290, 31);
    }

    private void lamps() {
        range("lamps/led-bulb", Brand.TINDSKEIN, "Blåklokke", "LED-pære A60|A60 LED bulb")
                .text("LED-pære i vanlig form med opal kuppel og bred lysfordeling.",
                        "LED bulb of classic shape with an opal dome and a wide light distribution.")
                .light(115, 80, "2700", "3000", "4000").dimming("none", "phase").colours("opal").socket("E27")
                .size(4.5, 39.9, 0.04).size(7, 49.9, 0.05).size(9.5, 59.9, 0.06).size(13, 84.9, 0.08);
        range("lamps/led-bulb", Brand.TINDSKEIN, "Balder", "LED-globepære|LED globe bulb")
                .text("Stor, rund LED-pære for åpne pendler og speil.",
                        "Large round LED bulb for open pendants and mirrors.")
                .light(114, 80, "2700", "4000").dimming("none", "phase").colours("opal").socket("E27")
                .size("G95 9 W", 9, 89.9, 0.10).size("G120 14 W", 14, 129, 0.16);
        range("lamps/led-bulb", Brand.HVERDAL, "Daglig", "LED-pære A60|A60 LED bulb")
                .text("Rimelig LED-pære til bod, gang og prosjekt.",
                        "Economy LED bulb for storerooms, corridors and projects.")
                .light(108, 80, "2700", "4000", "6500").colours("opal").socket("E27")
                .size(5, 19.9, 0.04).size(8, 24.9, 0.05).size(11, 34.9, 0.06);
        range("lamps/led-bulb", Brand.TINDSKEIN, "Jerv", "LED-pære med høy lysstrøm|high-output LED bulb")
                .text("LED-pære for store armaturer i lager og gårdsbygg. Erstatter kvikksølvlamper uten ombygging.",
                        "LED bulb for large luminaires in warehouses and farm buildings. Replaces mercury lamps "
                                + "without rewiring.")
                .light(132, 80, "4000", "5000").colours("opal").socket("E40")
                .size(30, 298, 0.35).size(50, 449, 0.60).size(80, 729, 0.95);

        range("lamps/led-candle", Brand.TINDSKEIN, "Kjerte", "kertepære C37|C37 candle lamp")
                .text("Kertepære for lysekrone og vegglampe.", "Candle lamp for chandeliers and wall luminaires.")
                .light(112, 80, "2700", "4000").dimming("none", "phase").colours("opal", "clear").socket("E14")
                .size(2.5, 34.9, 0.02).size(4.5, 39.9, 0.02).size(6.5, 54.9, 0.03);
        range("lamps/led-candle", Brand.TINDSKEIN, "Multe", "illumpære P45|P45 golf ball lamp")
                .text("Liten, rund pære for kompakte armaturer.", "Small round lamp for compact luminaires.")
                .light(112, 80, "2700", "4000").dimming("none", "phase").colours("opal").socket("E14")
                .size(2.5, 34.9, 0.02).size(4.5, 39.9, 0.03).size(6, 52.9, 0.03);
        range("lamps/led-candle", Brand.TINDSKEIN, "Tyttebær", "illumpære P45|P45 golf ball lamp")
                .text("Liten, rund pære med stor sokkel.", "Small round lamp with a large cap.")
                .light(112, 80, "2700", "4000").dimming("none", "phase").colours("opal").socket("E27")
                .size(4.5, 42.9, 0.03).size(6, 54.9, 0.04);

        range("lamps/led-reflector", Brand.TINDSKEIN, "Falk", "LED-spotpære GU10|GU10 LED spot")
                .text("Spotpære for 230 V med 36 graders stråle og god fargegjengivelse.",
                        "Spot for 230 V with a 36 degree beam and high colour rendering.")
                .light(99, 90, "2700", "3000", "4000").dimming("none", "phase").socket("GU10")
                .size(3.5, 44.9, 0.05).size(5, 54.9, 0.05).size(7, 74.9, 0.06);
        range("lamps/led-reflector", Brand.TINDSKEIN, "Ørn", "LED-spotpære MR16 12 V|12 V MR16 LED spot")
                .text("Spotpære for 12 V-anlegg. Kontroller at transformatoren tåler lav last.",
                        "Spot for 12 V systems. Check that the transformer accepts a low load.")
                .light(101, 90, "2700", "3000", "4000").dimming("none", "phase").socket("GU5.3")
                .size(4, 52.9, 0.04).size(6.5, 69.9, 0.05);
        range("lamps/led-reflector", Brand.TINDSKEIN, "Havørn", "LED-reflektorpære|LED reflector lamp")
                .text("Reflektorpære for butikk og inngangsparti.", "Reflector lamp for shops and entrances.")
                .light(100, 80, "2700", "4000").dimming("none", "phase").socket("E27")
                .size("R80 9 W", 9, 98, 0.11).size("PAR30 10 W", 10, 129, 0.16).size("PAR38 14 W", 14, 169, 0.26);
        range("lamps/led-reflector", Brand.TINDSKEIN, "Hubro", "LED-spotpære AR111 12 V|12 V AR111 LED spot")
                .text("Flat spotpære for innfelte og skinnemonterte armaturer med 12 V.",
                        "Flat spot for 12 V recessed and track luminaires.")
                .light(98, 97, "2700", "3000").dimming("phase").socket("G53")
                .size("11 W 24°", 11, 229, 0.21).size("11 W 40°", 11, 229, 0.21);

        range("lamps/led-filament", Brand.TINDSKEIN, "Glo", "filamentpære A60|A60 filament lamp")
                .text("LED-pære med synlige glødetråder i klart glass.",
                        "LED lamp with visible filaments in clear glass.")
                .light(125, 80, "2700", "4000").dimming("none", "phase").colours("clear").socket("E27")
                .size(4, 49.9, 0.04).size(7, 64.9, 0.04).size(8.5, 79.9, 0.05);
        range("lamps/led-filament", Brand.TINDSKEIN, "Globål", "filamentpære|filament lamp")
                .text("Dekorpære for åpne pendler. Dempes til et varmt og rolig lys.",
                        "Decorative lamp for open pendants. Dims to a warm, calm light.")
                .light(103, 90, "2700").dimming("phase").colours("clear", "amber").socket("E27")
                .size("ST64 5 W", 5, 98, 0.07).size("G95 5 W", 5, 109, 0.09).size("G125 7 W", 7, 149, 0.15)
                .size("T30 5 W", 5, 119, 0.06);
        range("lamps/led-filament", Brand.TINDSKEIN, "Glimt", "filamentkerte C35|C35 filament candle")
                .text("Kertepære med synlige glødetråder for lysekrone.",
                        "Candle with visible filaments for chandeliers.")
                .light(120, 80, "2700", "4000").dimming("none", "phase").colours("clear").socket("E14")
                .size(2.5, 44.9, 0.02).size(4.5, 52.9, 0.02);

        range("lamps/led-tube", Brand.TINDSKEIN, "Istapp", "LED-rør T8|T8 LED tube")
                .text("LED-rør i glass for elektromagnetisk forkobling eller direkte 230 V. LED-starter følger med.",
                        "Glass LED tube for magnetic ballast or direct 230 V. LED starter included.")
                .light(130, 80, "3000", "4000", "6500").socket("G13")
                .size("600 mm 7.5 W", 7.5, 79.9, 0.13, 600).size("900 mm 11 W", 11, 94.9, 0.18, 900)
                .size("1200 mm 15 W", 15, 98, 0.24, 1200).size("1500 mm 20 W", 20, 119, 0.30, 1500);
        range("lamps/led-tube", Brand.TINDSKEIN, "Brefall", "LED-rør T8 med høy lysstrøm|high-output T8 LED tube")
                .text("LED-rør med ekstra høy lysstrøm for lager og produksjon. LED-starter følger med.",
                        "LED tube with extra high output for warehouses and production. LED starter included.")
                .light(148, 80, "4000", "6500").socket("G13")
                .size("1200 mm 18 W", 18, 139, 0.25, 1200).size("1500 mm 24 W", 24, 169, 0.31, 1500);
        range("lamps/led-tube", Brand.TINDSKEIN, "Rimtind", "LED-rør T5|T5 LED tube")
                .text("LED-rør for elektronisk forkobling. Kontroller kompatibilitetslisten før bestilling.",
                        "LED tube for electronic ballast. Check the compatibility list before ordering.")
                .light(138, 80, "3000", "4000", "6500").socket("G5")
                .size("549 mm 8 W", 8, 119, 0.09, 549).size("1149 mm 16 W", 16, 149, 0.17, 1149)
                .size("1449 mm 26 W", 26, 189, 0.21, 1449);
        range("lamps/led-tube", Brand.HVERDAL, "Grei", "LED-rør T8|T8 LED tube")
                .text("Rimelig LED-rør med splintsikker folie, kun for elektromagnetisk forkobling.",
                        "Economy LED tube with shatterproof film, for magnetic ballast only.")
                .light(110, 80, "4000", "6500").socket("G13").oneProduct()
                .size("600 mm 8 W", 8, 44.9, 0.14, 600).size("1200 mm 16 W", 16, 59.9, 0.25, 1200)
                .size("1500 mm 22 W", 22, 74.9, 0.31, 1500);
    }

    private void controls() {
        range("controls/dimmers", Brand.KOPLUND, "Dreis", "vridimmer for LED|rotary LED dimmer")
                .text("Dimmer for innfelt veggboks med stillbart minimumsnivå. Kan brukes i endevenderkobling.",
                        "Dimmer for flush wall boxes with adjustable minimum level. Suits two-way switching.")
                .dimming("phase").colours("white", "black", "anthracite").ip("IP20")
                .size(100, 398, 0.09).size(250, 498, 0.10).size(400, 649, 0.13);
        range("controls/dimmers", Brand.KOPLUND, "Trykk", "trådløs veggbryter|wireless wall switch")
                .text("Batterifri bryter med fire knapper for Bluetooth-styrte armaturer.",
                        "Battery-free four-button switch for Bluetooth luminaires.")
                .dimming("Bluetooth").colours("white", "black", "anthracite").ip("IP20").size("", 0, 598, 0.06);
        range("controls/dimmers", Brand.KOPLUND, "Skjul", "innbyggingsdimmer|built-in dimmer")
                .text("Liten dimmer som skjules bak bryter eller i takboks.",
                        "Small dimmer that hides behind a switch or in a ceiling box.")
                .dimming("Bluetooth").ip("IP20").oneProduct().size(50, 449, 0.04).size(150, 529, 0.05);
        range("controls/dimmers", Brand.KOPLUND, "Skinnevri", "dimmer for DIN-skinne|DIN rail dimmer")
                .text("Dimmer for tavle med trykknappstyring. Flere enheter kan kobles parallelt.",
                        "Distribution board dimmer with push-button control. Units may work in parallel.")
                .dimming("phase").ip("IP20").oneProduct().size(300, 898, 0.14).size(500, 1190, 0.18)
                .size(1000, 1890, 0.32);

        range("controls/sensors", Brand.KOPLUND, "Øye", "tilstedeværelsessensor for tak|ceiling presence detector")
                .text("PIR-sensor med lysmåling for kontor, toalett og korridor.",
                        "PIR detector with light measurement for offices, toilets and corridors.")
                .colours("white", "black").ip("IP20").dimming("none", "DALI-2")
                .size("8 m", 0, 549, 0.12).size("12 m", 0, 698, 0.14).size("24 m", 0, 949, 0.18);
        range("controls/sensors", Brand.KOPLUND, "Ugle", "bevegelsessensor for vegg|wall motion detector")
                .text("PIR-sensor for fasade med rekkevidde på 12 m. Dekker også feltet rett under sensoren.",
                        "PIR detector for façades with a range of 12 m. Also covers the area right below.")
                .colours("white", "black", "anthracite").ip("IP54")
                .size("180°", 0, 398, 0.22).size("270°", 0, 498, 0.27);
        range("controls/sensors", Brand.KOPLUND, "Flaggermus", "radarsensor|microwave sensor")
                .text("Sensor for skjult montering i armatur eller over himling.",
                        "Sensor for concealed mounting in a luminaire or above a ceiling.")
                .ip("IP20").size("på/av|on/off", 0, 298, 0.06).size("trinndimming|step dimming", 0, 389, 0.07);
        range("controls/sensors", Brand.KOPLUND, "Tusmørke", "skumringsbryter|twilight switch")
                .text("Bryter som tenner utelyset når dagslyset avtar. Nivået stilles fra 2 til 1000 lux.",
                        "Switch that turns outdoor light on as daylight fades. The level is set from 2 to 1000 lux.")
                .ip("IP54").size("for vegg|for wall", 0, 349, 0.15)
                .size("for DIN-skinne med føler|for DIN rail with probe", 0, 749, 0.21);
        range("controls/sensors", Brand.KOPLUND, "Høyøye", "sensor for highbay|high bay sensor")
                .text("PIR-sensor for takhøyder opp til 14 m i lager og idrettshall.",
                        "PIR detector for ceilings up to 14 m in warehouses and sports halls.")
                .ip("IP65").dimming("1-10V", "DALI-2")
                .size("rundt felt|round field", 0, 898, 0.20).size("reolgang|aisle", 0, 949, 0.20);

        range("controls/systems", Brand.KOPLUND, "Knute", "styreenhet DALI-2|DALI-2 controller")
                .text("Styreenhet for DIN-skinne med scener, tidsur og nettbasert oppsett.",
                        "DIN rail controller with scenes, timer and browser-based set-up.")
                .ip("IP20").dimming("DALI-2")
                .size("64 adresser|64 addresses", 0, 4990, 0.31).size("128 adresser|128 addresses", 0, 7490, 0.42);
        range("controls/systems", Brand.KOPLUND, "Knutekraft", "strømforsyning DALI-2|DALI-2 power supply")
                .text("Strømforsyning for DALI-linje, beskyttet mot kortslutning.",
                        "Power supply for a DALI line, protected against short circuits.")
                .ip("IP20").dimming("DALI-2").size("100 mA", 0, 698, 0.11).size("240 mA", 0, 998, 0.18);
        range("controls/systems", Brand.KOPLUND, "Bro", "Bluetooth-gateway|Bluetooth gateway")
                .text("Gateway som kobler trådløse armaturer til byggets nettverk. Strøm over nettverkskabel.",
                        "Gateway between wireless luminaires and the building's network. Powered over the network "
                                + "cable.")
                .ip("IP20").dimming("Bluetooth").colours("white", "black").size("", 0, 2490, 0.24);
        range("controls/systems", Brand.KOPLUND, "Knutebryter", "scenepanel DALI-2|DALI-2 scene panel")
                .text("Panel for veggboks med merkbare knapper.", "Wall box panel with labelled buttons.")
                .ip("IP20").dimming("DALI-2").colours("white", "black", "anthracite")
                .size("4 knapper|4 buttons", 0, 898, 0.10).size("8 knapper|8 buttons", 0, 1190, 0.12);
    }

    private void accessories() {
        range("accessories/drivers", Brand.KOPLUND, "Kraft", "LED-driver 24 V|24 V LED driver")
                .text("Flimmerfri driver for LED-striper med beskyttelse mot overlast og kortslutning.",
                        "Flicker-free driver for LED strips, protected against overload and short circuits.")
                .ip("IP20").oneProduct().dimming("none", "phase", "DALI-2", "Bluetooth")
                .size(30, 298, 0.18).size(60, 398, 0.26).size(100, 529, 0.38).size(150, 689, 0.52).size(200, 849, 0.64);
        range("accessories/drivers", Brand.KOPLUND, "Kraft Tett", "kapslet LED-driver|sealed LED driver")
                .text("Innstøpt driver for utendørs bruk og våtrom med 0,5 m ledning i begge ender.",
                        "Encapsulated driver for outdoor use and wet rooms with a 0.5 m lead at each end.")
                .ip("IP67").oneProduct().dimming("none", "DALI-2")
                .size("24 V 40 W", 40, 389, 0.48).size("24 V 75 W", 75, 529, 0.70).size("24 V 100 W", 100, 649, 0.85)
                .size("24 V 150 W", 150, 829, 1.10).size("24 V 240 W", 240, 1190, 1.35)
                .size("24 V 320 W", 320, 1490, 1.60);
        range("accessories/drivers", Brand.KOPLUND, "Bekk", "konstantstrømdriver|constant current driver")
                .text("Driver der utgangsstrømmen velges med bryter på huset.",
                        "Driver with the output current selected by a switch on the case.")
                .ip("IP20").oneProduct().dimming("none", "phase", "DALI-2")
                .size("200–350 mA 12 W", 12, 179, 0.09).size("250–700 mA 20 W", 20, 229, 0.13)
                .size("350–1050 mA 42 W", 42, 319, 0.19).size("700–1400 mA 60 W", 60, 419, 0.26);
        range("accessories/drivers", Brand.KOPLUND, "Lavspent", "LED-driver 12 V|12 V LED driver")
                .text("Driver for 12 V LED-pærer og -striper med stabil drift fra 0 W last.",
                        "Driver for 12 V LED lamps and strips, stable from 0 W load.")
                .ip("IP20").oneProduct().size(12, 149, 0.08).size(30, 219, 0.16).size(60, 319, 0.27)
                .size(100, 449, 0.36);
        range("accessories/drivers", Brand.KOPLUND, "Skinnekraft",
                        "driver 48 V for magnetskinne|48 V magnetic track driver")
                .text("Driver for skjult montering over himling eller i skinneprofilen.",
                        "Driver for concealed mounting above the ceiling or in the track.")
                .ip("IP20").oneProduct().dimming("none", "DALI-2")
                .size(100, 749, 0.42).size(200, 998, 0.68).size(320, 1390, 1.05);

        range("accessories/profiles", Brand.GLIMRUD, "Not", "innfelt profil på mål|recessed profile cut to length")
                .text("Profil for innfelling i gips eller tre. Kappes på bestilling, endestykker følger med.",
                        "Profile for recessing in plasterboard or wood. Cut to order, end caps included.")
                .lengths(1000, 1500, 2000, 2500).colours("aluminium", "black").madeToOrder().bulkyOver(2000)
                .size("", 0, 179, 0.32);
        range("accessories/profiles", Brand.GLIMRUD, "List",
                        "utenpåliggende profil på mål|surface profile cut to length")
                .text("Lav profil for hylle, benk og skap. Kappes på bestilling, klips og endestykker følger med.",
                        "Low profile for shelves, worktops and cabinets. Cut to order, clips and end caps included.")
                .lengths(500, 1000, 2000, 3000).colours("aluminium", "white").madeToOrder().bulkyOver(2000)
                .size("", 0, 139, 0.24);
        range("accessories/profiles", Brand.GLIMRUD, "Vinkel", "hjørneprofil på mål|corner profile cut to length")
                .text("Profil som lyser ut i 45 grader. Kappes på bestilling, klips og endestykker følger med.",
                        "Profile that lights at 45 degrees. Cut to order, clips and end caps included.")
                .lengths(500, 1000, 2000, 3000).colours("aluminium", "black").madeToOrder().bulkyOver(2000)
                .size("", 0, 159, 0.28);
        range("accessories/profiles", Brand.GLIMRUD, "Sparkel", "rammeløs profil på mål|trimless profile cut to length")
                .text("Profil som sparkles inn i gipsvegg eller tak uten synlig kant. Kappes på bestilling.",
                        "Profile that is plastered into a wall or ceiling without a visible edge. Cut to order.")
                .lengths(1000, 2000, 2500, 3000).colours("aluminium", "white").madeToOrder().bulkyOver(2000)
                .size("", 0, 329, 0.72);
        range("accessories/profiles", Brand.GLIMRUD, "Vange", "trappeprofil på mål|stair nosing profile cut to length")
                .text("Trappeneseprofil med sklisikker gummi og spor for LED-stripe. Kappes på bestilling.",
                        "Stair nosing with non-slip rubber and a channel for LED strip. Cut to order.")
                .lengths(900, 1200, 1500, 2000).colours("aluminium", "black").madeToOrder().size("", 0, 449, 0.95);
        range("accessories/profiles", Brand.GLIMRUD, "Rille", "gulvprofil på mål|floor profile cut to length")
                .text("Tråkksikker profil for felling i parkett, flis eller betong. Kappes på bestilling, "
                                + "endestykker følger med.",
                        "Walk-over profile for recessing in parquet, tiles or concrete. Cut to order, end caps "
                                + "included.")
                .lengths(500, 1000, 1500, 2000).colours("aluminium", "black").madeToOrder().size("", 0, 398, 0.85);
        range("accessories/profiles", Brand.GLIMRUD, "Slør", "avdekning for profil på mål|profile cover cut to length")
                .text("Avdekning i akryl som klikkes på profilen. Kappes på bestilling.",
                        "Acrylic cover that snaps onto the profile. Cut to order.")
                .lengths(1000, 1500, 2000, 3000).colours("opal", "clear").madeToOrder().bulkyOver(2000)
                .size("", 0, 69, 0.09);
        range("accessories/profiles", Brand.HVERDAL, "Skyggelist", "profil med avdekning|profile with cover")
                .text("Profil, opal avdekning, endestykker og klips i én pakke.",
                        "Profile, opal cover, end caps and clips in one pack.")
                .lengths(1000, 2000).colours("aluminium", "white", "black")
                .size("lav|low", 0, 109, 0.28).size("dyp|deep", 0, 139, 0.39);

        range("accessories/connectors", Brand.KOPLUND, "Klem", "koblingsklemme|wire connector")
                .text("Koblingsklemme med hendel for massiv og flertrådet leder opp til 4 mm².",
                        "Lever connector for solid and stranded conductors up to 4 mm².")
                .size("2-polet|2-way", 0, 9.9, 0.003).size("3-polet|3-way", 0, 11.9, 0.004)
                .size("5-polet|5-way", 0, 15.9, 0.006).size("2-polet 50 stk.|2-way 50 pcs", 0, 398, 0.16)
                .size("3-polet 50 stk.|3-way 50 pcs", 0, 479, 0.21);
        range("accessories/connectors", Brand.KOPLUND, "Plugg", "armaturkontakt|luminaire connector")
                .text("Kontakt for rask tilkobling av armaturer, med strekkavlastning.",
                        "Connector for quick luminaire installation, with strain relief.")
                .colours("white", "black")
                .size("3-polet hann|3-pole male", 0, 34.9, 0.02).size("3-polet hunn|3-pole female", 0, 34.9, 0.02)
                .size("5-polet hann|5-pole male", 0, 52.9, 0.03).size("5-polet hunn|5-pole female", 0, 52.9, 0.03);
        range("accessories/connectors", Brand.KOPLUND, "Tettplugg", "vanntett kabelskjøt|waterproof cable joint")
                .text("Skruskjøt for kabel ute og i bakken.", "Screw joint for outdoor and buried cable.")
                .ip("IP68").size("rett 3-polet|straight 3-pole", 0, 89, 0.06)
                .size("rett 5-polet|straight 5-pole", 0, 119, 0.08).size("T-form 3-polet|T-shaped 3-pole", 0, 129, 0.09)
                .size("Y-form 5-polet|Y-shaped 5-pole", 0, 159, 0.11);
        range("accessories/connectors", Brand.KOPLUND, "Bitt", "kobling for LED-stripe|LED strip connector")
                .text("Kobling som festes på stripen uten lodding. Pakke med fem.",
                        "Connector that clips onto the strip without soldering. Pack of five.")
                .size("skjøt|joint", 0, 59.9, 0.02).size("hjørne|corner", 0, 69.9, 0.02)
                .size("med ledning|with lead", 0, 79.9, 0.05);
        range("accessories/connectors", Brand.KOPLUND, "Leder", "gummikabel på rull|rubber cable on reel")
                .text("Oljebestandig gummikabel for utendørs armaturer og arbeidslys.",
                        "Oil-resistant rubber cable for outdoor luminaires and work lights.")
                .colours("black")
                .size("3G1.5 10 m", 0, 198, 1.2, 10000).size("3G1.5 50 m", 0, 849, 5.9, 50000)
                .size("5G1.5 50 m", 0, 1290, 8.6, 50000).size("3G2.5 50 m", 0, 1190, 8.1, 50000);
        range("accessories/connectors", Brand.KVELDVIK, "Tråd", "tekstilledning|fabric cable")
                .text("Rund tekstilledning 2 × 0,75 mm² for pendler.", "Round 2 × 0.75 mm² fabric cable for pendants.")
                .colours("white", "black", "brass", "green").oneProduct()
                .size("3 m", 0, 149, 0.15, 3000).size("10 m", 0, 398, 0.48, 10000);

        range("accessories/mounting", Brand.LINNVARDE, "Heng", "wireoppheng|wire suspension")
                .text("Par med wire og hurtiglås for nedhengte armaturer, maks 15 kg per wire.",
                        "Pair of wires with quick locks for suspended luminaires, 15 kg at most per wire.")
                .oneProduct().colours("brushed-steel", "black").size("1.5 m", 0, 149, 0.08, 1500)
                .size("3 m", 0, 198, 0.13, 3000)
                .size("5 m", 0, 259, 0.19, 5000);
        range("accessories/mounting", Brand.LINNVARDE, "Karm", "ramme for LED-panel|LED panel frame")
                .text("Ramme for montering av panel direkte på tak. Skrus sammen uten spesialverktøy.",
                        "Frame for mounting a panel directly on the ceiling. Screws together without special tools.")
                .colours("white", "black")
                .size("600 × 600 mm", 0, 198, 1.1).size("300 × 1200 mm", 0, 239, 1.3)
                .size("600 × 1200 mm", 0, 289, 1.6);
        range("accessories/mounting", Brand.GLIMRUD, "Hi", "innbyggingsboks for downlight|downlight housing box")
                .text("Brannhemmende boks som holder isolasjon unna downlighten og bevarer dampsperren.",
                        "Fire-retardant box that keeps insulation off the downlight and preserves the vapour barrier.")
                .size("Ø 90 mm", 0, 129, 0.32).size("Ø 120 mm", 0, 149, 0.41).size("Ø 160 mm", 0, 189, 0.58);
        range("accessories/mounting", Brand.GLIMRUD, "Krage", "overgangsring for downlight|downlight adapter ring")
                .text("Ring som dekker gamle hull når downlights skiftes ut.",
                        "Ring that covers old openings when downlights are replaced.")
                .colours("white", "black", "brushed-steel")
                .size("Ø 110 mm", 0, 49.9, 0.06).size("Ø 150 mm", 0, 64.9, 0.09);
        range("accessories/mounting", Brand.GLIMRUD, "Maske", "løs front for downlight|spare downlight trim")
                .text("Magnetisk front for downlight i serien Tjern.",
                        "Magnetic trim for downlights of the Tjern series.")
                .colours("white", "black", "brushed-steel", "brass", "copper").size("Ø 90 mm", 0, 79.9, 0.07);
        range("accessories/mounting", Brand.STRALHEIM, "Krok", "festebrakett|bracket")
                .text("Vippbar brakett for fast montering på vegg eller tak.",
                        "Tilting bracket for fixed mounting on wall or ceiling.")
                .size("for highbay 100–150 W|for high bay 100–150 W", 0, 189, 0.55)
                .size("for highbay 200–240 W|for high bay 200–240 W", 0, 229, 0.78);
        range("accessories/mounting", Brand.STRALHEIM, "Rist", "beskyttelsesgitter|wire guard")
                .text("Gitter i forsinket stål som beskytter armaturen mot slag.",
                        "Galvanised steel guard that protects the luminaire from knocks.")
                .colours("white", "galvanised")
                .size("for highbay|for high bay", 0, 449, 1.6)
                .size("for tett armatur 1200 mm|for 1200 mm batten", 0, 329, 1.2)
                .size("for tett armatur 1500 mm|for 1500 mm batten", 0, 379, 1.5);
        range("accessories/mounting", Brand.SKJAERGLO, "Ankerfot", "bakkefeste for pullert|bollard ground anchor")
                .text("Varmforsinket feste for støping eller nedgraving.",
                        "Hot-dip galvanised anchor for casting in or burying.")
                .colours("galvanised").size("Ø 120 mm", 0, 349, 2.1).size("Ø 170 mm", 0, 449, 3.4);
        range("accessories/mounting", Brand.SKJAERGLO, "Nov",
                        "hjørnefeste for utelampe|corner bracket for outdoor luminaire")
                .text("Feste for montering av vegglampe på utvendig hjørne.",
                        "Bracket for mounting a wall luminaire on an outer corner.")
                .colours("white", "black", "anthracite").size("", 0, 149, 0.35);
        range("accessories/mounting", Brand.KVELDVIK, "Hatt", "takkopp for pendel|pendant canopy")
                .text("Takkopp med strekkavlastning og plass til koblingsklemme.",
                        "Canopy with strain relief and room for a wire connector.")
                .colours("white", "black", "brass")
                .size("1 uttak|1 outlet", 0, 98, 0.18).size("3 uttak|3 outlets", 0, 229, 0.55);

        range("accessories/track-parts", Brand.GLIMRUD, "Løype", "trefaseskinne|three-phase track")
                .text("Utenpåliggende skinne for tre kretser på 16 A. Kan også henges i wire.",
                        "Surface track for three 16 A circuits. May also hang from wires.")
                .colours("white", "black").lengths(1000, 2000, 3000).ip("IP20").bulkyOver(2000).size("", 0, 289, 1.1);
        range("accessories/track-parts", Brand.GLIMRUD, "Løype", "innfelt trefaseskinne|recessed three-phase track")
                .text("Skinne med flens for innfelling i himling.", "Flanged track for recessing in ceilings.")
                .colours("white", "black").lengths(1000, 2000, 3000).ip("IP20").bulkyOver(2000).size("", 0, 349, 1.4);
        range("accessories/track-parts", Brand.GLIMRUD, "Malmspor", "magnetskinne 48 V|48 V magnetic track")
                .text("Magnetisk skinne for spotter i serien Sprett, for utenpåliggende montering eller nedheng.",
                        "Magnetic track for spotlights of the Sprett series, for surface or suspended mounting.")
                .colours("white", "black").lengths(1000, 2000, 3000).ip("IP20").bulkyOver(2000).size("", 0, 498, 1.3);
        range("accessories/track-parts", Brand.GLIMRUD, "Løypekryss",
                        "skjøt for trefaseskinne|three-phase track coupler")
                .text("Kobling med strømføring mellom to skinner.", "Live coupler between two tracks.")
                .colours("white", "black")
                .size("rett|straight", 0, 98, 0.07).size("hjørne|corner", 0, 139, 0.10)
                .size("T-form|T-shaped", 0, 189, 0.14)
                .size("fleksibel|flexible", 0, 169, 0.12);
        range("accessories/track-parts", Brand.GLIMRUD, "Tilsig",
                        "koblingsdel for trefaseskinne|three-phase track fitting")
                .text("Strømtilkobling eller avslutning for skinnen.",
                        "Power feed or end piece for the track.")
                .colours("white", "black")
                .size("endemating|end feed", 0, 109, 0.08).size("midtmating|centre feed", 0, 149, 0.10)
                .size("endelokk|end cap", 0, 14.9, 0.01);

        range("accessories/handbooks", Brand.LINNVARDE, "Lysboka", "håndbok i|handbook of")
                .text("Trykt håndbok på norsk med eksempler, tabeller og sjekklister for installatør og rådgiver.",
                        "Printed handbook in Norwegian with examples, tables and checklists for installers and "
                                + "consultants.")
                .book()
                .size("kontorbelysning|office lighting", 0, 349, 0.45)
                .size("utebelysning|outdoor lighting", 0, 349, 0.48)
                .size("nødlys|emergency lighting", 0, 398, 0.52).size("lysstyring|lighting control", 0, 398, 0.50)
                .size("industribelysning|industrial lighting", 0, 349, 0.44);
    }

    // ---------------------------------------------------------------------------------------------------------------
    // Articles
    // ---------------------------------------------------------------------------------------------------------------

    /** One row of the product file. */
    private record Article(
            String sku, String product, Text name, Text description, Range range, String ean, long ore, double kg,
            boolean bulky, String policy, String stock, int leadDays, String lumen, String cct, String watt,
            String dimming, String colour, String lengthMm, String energyClass) {}

    private final Map<Brand, Integer> lastNumbers = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> productsOfSeries = new LinkedHashMap<>();
    private int eans;

    private void addArticles(Range range) {
        for (String dimming : range.dimmings) {
            Text dimmingName = range.dimmings.size() > 1 ? DIMMING_NAMES.get(dimming) : Text.of("");
            if (range.sizesAreVariants) {
                addProduct(range, dimming, dimmingName, range.sizes);
            } else {
                for (Size size : range.sizes) {
                    addProduct(range, dimming, size.label().join(" ", dimmingName), List.of(size));
                }
            }
        }
    }

    private void addProduct(Range range, String dimming, Text suffix, List<Size> sizes) {
        int index = productsOfSeries.merge(range.series, 1, Integer::sum);
        String product = "%s-%02d".formatted(ascii(range.series), index);
        Text productName = new Text(range.series, range.series).join(" ", range.noun).join(" ", suffix);
        String policy = range.madeToOrder ? "untracked" : random.nextInt(100) < 23 ? "backorder" : "deny";
        int leadDays = switch (policy) {
            case "untracked" -> 15 + 5 * random.nextInt(5);
            case "backorder" -> 5 + random.nextInt(17);
            default -> 1 + random.nextInt(3);
        };
        int before = articles.size();
        for (Size size : sizes) {
            for (int length : range.lengths) {
                for (String colour : range.colours) {
                    for (String cct : range.ccts) {
                        Text name = productName
                                .join(", ", range.sizesAreVariants ? size.label() : Text.of(""))
                                .join(", ", Text.of(length == 0 ? "" : length + " mm"))
                                .join(", ", colour.isEmpty() ? Text.of("") : COLOURS.get(colour))
                                .join(", ", Text.of(cct.isEmpty() ? "" : cct.replace('-', '–') + " K"));
                        addVariant(range, product, name, size, length, colour, cct, dimming, policy, leadDays);
                    }
                }
            }
        }
        int variants = articles.size() - before;
        if (variants > MAX_VARIANTS) {
            throw new IllegalStateException(product + " has " + variants + " variants");
        }
    }

    private void addVariant(
            Range range, String product, Text name, Size size, int length, String colour, String cct, String dimming,
            String policy, int leadDays) {
        if (!names.add(name.nb) || !names.add("en " + name.en)) {
            throw new IllegalStateException("twice: " + name);
        }
        double metres = length == 0 ? 1 : length / 1000.0;
        int lengthMm = length == 0 ? size.lengthMm : length;
        double watt = Math.round(size.watt * metres * 10) / 10.0;
        int lumen = range.lumenPerWatt == 0 ? 0 : lumen(watt * range.lumenPerWatt * share(cct));
        if (lumen > 0 && (lumen < watt * 90 || lumen > watt * 150)) {
            throw new IllegalStateException("%s: %d lm from %s W".formatted(name, lumen, watt));
        }
        long ore = listPrice(length == 0 ? size.ore : size.ore * length / 1000, surcharge(range, colour, cct, dimming));
        articles.add(new Article(
                nextSku(range.brand), product, name, describe(range, lumen, watt, cct, dimming), range,
                nextEan(range.brand), ore, size.kg * metres, lengthMm > range.bulkyOverMm, policy, stock(policy, ore),
                leadDays, lumen == 0 ? "" : String.valueOf(lumen), cct, watt == 0 ? "" : number(watt, ','), dimming,
                colour, lengthMm == 0 ? "" : String.valueOf(lengthMm), lumen == 0 ? "" : energyClass(lumen / watt)));
    }

    /** The range's text, then what sets the article apart. */
    private static Text describe(Range range, int lumen, double watt, String cct, String dimming) {
        Text text = range.text;
        if (lumen > 0) {
            text = text.join(" ", new Text(
                    "Gir %s lm ved %s W.".formatted(grouped(lumen, '\u00a0'), number(watt, ',')),
                    "Gives %s lm at %s W.".formatted(grouped(lumen, ','), number(watt, '.'))));
        }
        if (cct.contains("-")) {
            String[] ends = cct.split("-");
            text = text.join(" ", new Text(
                    "Fargetemperaturen stilles fra %s til %s K.".formatted(ends[0], ends[1]),
                    "The colour temperature is set from %s to %s K.".formatted(ends[0], ends[1])));
        }
        if (lumen > 0) {
            text = text.join(" ", dimming.isEmpty()
                    ? Text.of("Dimmes via driveren.|Dims through the driver.")
                    : DIMMING_FACTS.get(dimming));
        }
        if (!range.ik.isEmpty()) {
            text = text.join(" ", Text.of("Kapsling %1$s og slagfasthet %2$s.|Protected to %1$s and %2$s."
                    .formatted(range.ip, range.ik)));
        } else if (!range.ip.isEmpty() && !range.ip.equals("IP20")) {
            text = text.join(" ", Text.of("Kapsling %1$s.|Protected to %1$s.".formatted(range.ip)));
        }
        return text;
    }

    /** What a colour temperature leaves of the light at 4000 K, in the same luminaire. */
    private static double share(String cct) {
        return switch (cct) {
            case "2700" -> 0.93;
            case "3000", "2700-6500" -> 0.96;
            default -> 1;
        };
    }

    private static int lumen(double exact) {
        int step = exact < 1_000 ? 10 : exact < 10_000 ? 50 : 100;
        return (int) Math.round(exact / step) * step;
    }

    /** The class of regulation (EU) 2019/2015 for mains light sources, from lumen per watt. */
    private static String energyClass(double efficacy) {
        return efficacy >= 160 ? "C" : efficacy >= 135 ? "D" : efficacy >= 110 ? "E" : efficacy >= 85 ? "F" : "G";
    }

    /** Per cent on top of the size's price. */
    private static int surcharge(Range range, String colour, String cct, String dimming) {
        int percent = switch (colour) {
            case "brushed-steel", "chrome", "rust" -> 5;
            case "brass", "copper" -> 9;
            default -> 0;
        };
        if (cct.equals("6500") || cct.equals("5000")) {
            percent += 1;
        }
        if (!dimming.equals(range.dimmings.get(0))) {
            percent += switch (dimming) {
                case "DALI-2" -> 18;
                case "Bluetooth" -> 20;
                default -> 11;
            };
        }
        return percent;
    }

    /** A list price as a wholesaler rounds it. */
    private static long listPrice(long ore, int percent) {
        long exact = ore * (100 + percent);
        long step = exact < 100_00_00 ? 10 : exact < 1_000_00_00L ? 100 : exact < 10_000_00_00L ? 500 : 1000;
        return (exact + step * 50) / (step * 100) * step;
    }

    private String stock(String policy, long ore) {
        if (policy.equals("untracked")) {
            return "";
        }
        if (random.nextInt(100) < (policy.equals("deny") ? 5 : 25)) {
            return "0";
        }
        int most = ore < 50_00 ? 5000 : ore < 500_00 ? 1200 : ore < 2_000_00 ? 300 : ore < 8_000_00 ? 60 : 12;
        return String.valueOf(1 + random.nextInt(random.nextInt(most) + 1));
    }

    private String nextSku(Brand brand) {
        int number = lastNumbers.getOrDefault(brand, brand.firstNumber - 1) + 1 + random.nextInt(6);
        lastNumbers.put(brand, number);
        return brand.skuFormat.formatted(number);
    }

    /** An EAN-13 of the range that GS1 reserves for use inside a company. */
    private String nextEan(Brand brand) {
        String digits = "2%02d%09d".formatted(brand.ordinal() * 11 + 4, ++eans * 7_654_321L % 1_000_000_000L);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private List<List<String>> productRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "sku", "product", "name_nb", "name_en", "description_nb", "description_en", "category", "category_nb",
                "category_en", "brand", "ean", "price", "currency", "vat_category", "weight_kg", "bulky",
                "stock_policy", "stock", "lead_days", "attr_ip", "attr_lumen", "attr_cct", "attr_watt", "attr_cri",
                "attr_ik", "attr_dimming", "attr_colour", "attr_length_mm", "attr_socket", "attr_warranty_months",
                "attr_energy_class"));
        for (Article article : articles) {
            Range range = article.range;
            Text top = CATEGORIES.get(range.category.substring(0, range.category.indexOf('/')));
            Text path = top.join("/", CATEGORIES.get(range.category));
            rows.add(List.of(
                    article.sku, article.product, article.name.nb, article.name.en, article.description.nb,
                    article.description.en, range.category, path.nb, path.en, range.brand.label, article.ean,
                    money(article.ore), "NOK", range.book ? "zero" : "standard", weight(article.kg),
                    article.bulky ? "yes" : "no", article.policy, article.stock, String.valueOf(article.leadDays),
                    range.ip, article.lumen, article.cct, article.watt, range.cri == 0 ? "" : "" + range.cri, range.ik,
                    article.dimming, article.colour, article.lengthMm, range.socket,
                    range.book ? "" : "" + WARRANTY_MONTHS, article.energyClass));
        }
        return rows;
    }

    // ---------------------------------------------------------------------------------------------------------------
    // Prices
    // ---------------------------------------------------------------------------------------------------------------

    private static final String ACCOUNT = "10042";
    private static final String GROUP = "electricians";

    private final List<List<String>> prices = new ArrayList<>();

    private List<List<String>> priceRows() {
        prices.add(List.of(
                "sku", "price_list", "account", "group", "min_quantity", "price", "currency", "valid_from",
                "valid_to"));
        quantityBreaks(some(300, "lamps", "accessories", "indoor", "industrial", "office"));
        for (Article article : some(300, "indoor", "industrial", "lamps", "accessories", "emergency", "controls")) {
            price(article, "project", "", GROUP, 1, 8 + random.nextInt(8), "2026-01-01", "");
        }
        for (Article article : some(120, "indoor", "lamps", "outdoor", "accessories")) {
            price(article, "agreement", ACCOUNT, "", 1, 17 + random.nextInt(8), "2026-03-01", "2028-02-29");
        }
        for (Article article : some(12, "office", "outdoor")) {
            price(article, "standard", "", "", 1, -4, "2027-02-01", "");
        }
        for (Article article : some(12, "office", "outdoor")) {
            price(article, "standard", "", "", 1, 20, "2026-08-17", "2026-09-30");
        }
        for (Article article : some(8, "office")) {
            price(article, "project", "", GROUP, 1, 7, "2025-01-01", "2025-12-31");
            price(article, "project", "", GROUP, 1, 10, "2026-01-01", "2026-12-31");
            price(article, "project", "", GROUP, 1, 9, "2027-01-01", "");
        }
        for (Article article : some(6, "emergency")) {
            price(article, "agreement", ACCOUNT, "", 1, 15, "2024-03-01", "2026-02-28");
        }
        return prices;
    }

    /** Three steps, the dear articles in smaller numbers. */
    private void quantityBreaks(List<Article> chosen) {
        for (Article article : chosen) {
            int[] quantities = article.ore < 2_000_00 ? new int[] {10, 50, 100} : new int[] {5, 10, 25};
            int first = 3 + random.nextInt(3);
            for (int step = 0; step < quantities.length; step++) {
                price(article, "standard", "", "", quantities[step], first + 4 * step, "", "");
            }
        }
    }

    private List<Article> some(int count, String... tops) {
        List<Article> found = new ArrayList<>();
        for (Article article : articles) {
            if (!article.range.book && List.of(tops).contains(article.range.category.split("/")[0])) {
                found.add(article);
            }
        }
        Collections.shuffle(found, random);
        List<Article> chosen = new ArrayList<>(found.subList(0, count));
        chosen.sort((a, b) -> a.sku.compareTo(b.sku));
        return chosen;
    }

    private void price(
            Article article, String list, String account, String group, int quantity, int percentOff, String from,
            String to) {
        long exact = article.ore * (100 - percentOff);
        long step = article.ore < 100_00 ? 5 : article.ore < 1_000_00 ? 50 : 100;
        long ore = (exact + step * 50) / (step * 100) * step;
        prices.add(List.of(
                article.sku, list, account, group, String.valueOf(quantity), money(ore), "NOK", from, to));
    }

    // ---------------------------------------------------------------------------------------------------------------
    // Formats
    // ---------------------------------------------------------------------------------------------------------------

    private static String money(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString().replace('.', ',');
    }

    private static String weight(double kg) {
        return String.format(Locale.ROOT, kg < 10 ? "%.3f" : "%.1f", kg).replace('.', ',');
    }

    private static String number(double value, char point) {
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return text.replace('.', point);
    }

    private static String grouped(int value, char separator) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', separator);
    }

    private static String ascii(String series) {
        return series.toUpperCase(Locale.ROOT).replace("Æ", "AE").replace("Ø", "O").replace("Å", "A").replace("É", "E")
                .replace(' ', '-');
    }

    private static void write(Path file, List<List<String>> rows) throws IOException {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringJoiner line = new StringJoiner(";", "", "\n");
            for (String cell : row) {
                line.add(cell.matches("(?s).*[;\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            out.append(line);
        }
        Files.writeString(file, out, StandardCharsets.UTF_8);
        System.out.println(file + ": " + (rows.size() - 1) + " rows");
    }
}
