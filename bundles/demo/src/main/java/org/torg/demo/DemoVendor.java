package org.torg.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.Address;
import org.torg.api.account.Role;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.vendor.VendorId;
import org.torg.demo.DemoCompany.Branch;
import org.torg.demo.DemoCompany.Person;

/**
 * What the demo knows of a vendor: its staff, its customers and its catalogue. All of it is invented.
 *
 * @param language of its people
 * @param sources of articles and prices, in their order
 */
record DemoVendor(
        VendorId id,
        String seller,
        String language,
        List<Person> staff,
        List<DemoCompany> companies,
        List<Source> sources) {

    /** @param file beside this class */
    record Source(Kind kind, String file) {}

    static final DemoVendor LIGHTING = new DemoVendor(
            new VendorId("lighting"),
            "Lysverk",
            "nb",
            DemoCompany.STAFF,
            DemoCompany.ALL,
            List.of(
                    new Source(Kind.PRODUCTS, "lighting-products.csv"),
                    new Source(Kind.PRODUCTS, "lighting-configured.csv"),
                    new Source(Kind.PRICES, "lighting-prices.csv"),
                    new Source(Kind.RELATIONS, "lighting-relations.csv")));

    private static final DemoVendor DENTAL = new DemoVendor(
            new VendorId("dental"),
            "Dvale",
            "nb",
            List.of(
                    new Person(Role.STAFF_ORDERS, "lab@dvale.example", "Tone Gipsrud"),
                    new Person(Role.STAFF_CATALOG, "sortiment@dvale.example", "Erik Skinnes")),
            List.of(tannklinikk()),
            List.of(new Source(Kind.PRODUCTS, "dental-products.csv"), new Source(Kind.PRICES, "dental-prices.csv")));

    private static final DemoVendor HEARING = new DemoVendor(
            new VendorId("hearing"),
            "Hörlund",
            "sv",
            List.of(
                    new Person(Role.STAFF_ORDERS, "order@horlund.example", "Maja Ljudén"),
                    new Person(Role.STAFF_CATALOG, "sortiment@horlund.example", "Nils Örlund")),
            List.of(horselklinik()),
            List.of(
                    new Source(Kind.PRODUCTS, "hearing-products.csv"),
                    new Source(Kind.PRICES, "hearing-prices.csv"),
                    new Source(Kind.RELATIONS, "hearing-relations.csv")));

    private static final List<DemoVendor> ALL = List.of(LIGHTING, DENTAL, HEARING);

    /** @param vendors ids, separated by commas; those that the demo does not know are left alone */
    static List<DemoVendor> of(String vendors) {
        List<String> ids =
                Arrays.stream(vendors.split(",", -1)).map(String::strip).toList();
        return ALL.stream().filter(vendor -> ids.contains(vendor.id().value())).toList();
    }

    /** A clinician with a login of her own, and one that the reception shares. */
    private static DemoCompany tannklinikk() {
        Address main = DemoCompany.address("Solsiden Tannklinikk AS", "Bryggegata 9", "7014", "Trondheim", "NO");
        Address reception =
                DemoCompany.address("Solsiden Tannklinikk AS, resepsjonen", "Bryggegata 9", "7014", "Trondheim", "NO");
        Address branch =
                DemoCompany.address("Solsiden Tannklinikk AS, Heimdal", "Ringvegen 2", "7080", "Heimdal", "NO");
        return DemoCompany.company(
                "20014",
                "Solsiden Tannklinikk AS",
                "315200105",
                main,
                List.of(reception, branch),
                List.of(new Branch("1", "Solsiden", main), new Branch("2", "Heimdal", branch)),
                Optional.empty(),
                Set.of(),
                List.of(
                        new Person(Role.OWNER, "hanne@solsiden-tannklinikk.example", "Hanne Tannberg"),
                        new Person(Role.BUYER, "post+aksel@solsiden-tannklinikk.example", "Aksel Bittnes"),
                        new Person(Role.BUYER, "post@solsiden-tannklinikk.example", "Solsiden resepsjon", true)));
    }

    private static DemoCompany horselklinik() {
        Address goteborg =
                DemoCompany.address("Lyssna Hörselklinik AB", "Vågmästaregatan 5", "417 01", "Göteborg", "SE");
        Address reception = DemoCompany.address(
                "Lyssna Hörselklinik AB, receptionen", "Vågmästaregatan 5", "417 01", "Göteborg", "SE");
        Address boras = DemoCompany.address("Lyssna Hörselklinik AB, Borås", "Allégatan 40", "503 32", "Borås", "SE");
        return DemoCompany.company(
                "30021",
                "Lyssna Hörselklinik AB",
                "5599990107",
                goteborg,
                List.of(reception, boras),
                List.of(new Branch("1", "Göteborg", goteborg), new Branch("2", "Borås", boras)),
                Optional.empty(),
                Set.of(),
                List.of(
                        new Person(Role.OWNER, "karin@lyssna-horselklinik.example", "Karin Lyssnare"),
                        new Person(Role.BUYER, "elin@lyssna-horselklinik.example", "Elin Audin")));
    }
}
