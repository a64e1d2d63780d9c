package org.torg.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.Role;

/**
 * An invented company that buys, with its agreement and its people.
 *
 * @param branches its locations; an entry of the address book with the same address is theirs
 * @param tier empty: nothing was agreed, so that it is silver
 */
record DemoCompany(
        Account account, List<Branch> branches, Optional<String> tier, Set<String> groups, List<Person> people) {

    /** An invented location. */
    record Branch(String number, String name, Address address) {}

    /**
     * An invented person.
     *
     * @param shared whether it is a login that several people use, who say whose order it is (D10)
     */
    record Person(Role role, String email, String name, boolean shared) {

        Person(Role role, String email, String name) {
            this(role, email, name, false);
        }
    }

    static final List<DemoCompany> ALL = List.of(
            company(
                    "10042",
                    "Fjellheim Elektro AS",
                    "313416720",
                    address("Fjellheim Elektro AS", "Verkstedveien 14", "5012", "Bergen"),
                    List.of(
                            address("Fjellheim Elektro AS, lageret", "Verkstedveien 16", "5012", "Bergen"),
                            address("Fjellheim Elektro AS, avdeling Voss", "Stasjonsgata 3", "5700", "Voss")),
                    List.of(
                            new Branch(
                                    "1",
                                    "Bergen",
                                    address("Fjellheim Elektro AS", "Verkstedveien 14", "5012", "Bergen")),
                            new Branch(
                                    "2",
                                    "Voss",
                                    address("Fjellheim Elektro AS, avdeling Voss", "Stasjonsgata 3", "5700", "Voss"))),
                    Optional.of("gold"),
                    Set.of("electricians"),
                    List.of(
                            new Person(Role.OWNER, "ingrid@fjellheim-elektro.example", "Ingrid Fjellheim"),
                            new Person(Role.BUYER, "post+jonas@fjellheim-elektro.example", "Jonas Lie Moen"))),
            company(
                    "10077",
                    "Nordlys Arkitekter AS",
                    "311106848",
                    address("Nordlys Arkitekter AS", "Skippergata 8", "9008", "Tromsø"),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Set.of(),
                    List.of(new Person(Role.OWNER, "astrid@nordlys-arkitekter.example", "Astrid Solbakken"))),
            company(
                    "10108",
                    "Havblikk Hotell AS",
                    "310388548",
                    address("Havblikk Hotell AS", "Kaigata 2", "6002", "Ålesund"),
                    List.of(address("Havblikk Hotell AS, varemottaket", "Kaigata 4", "6002", "Ålesund")),
                    List.of(),
                    Optional.of("platinum"),
                    Set.of("hotels"),
                    List.of(
                            new Person(Role.OWNER, "kristin@havblikk-hotell.example", "Kristin Havnevik"),
                            new Person(Role.BUYER, "drift@havblikk-hotell.example", "Mats Eide"))),
            company(
                    "10151",
                    "Granvik kommune",
                    "312143046",
                    address("Granvik kommune, fakturamottaket", "Rådhusplassen 1", "2406", "Elverum"),
                    List.of(
                            address("Granvik kommune, servicetorget", "Rådhusplassen 1", "2406", "Elverum"),
                            address("Granvik skole", "Skoleveien 21", "2406", "Elverum"),
                            address("Granvik bibliotek", "Rådhusplassen 3", "2406", "Elverum")),
                    List.of(
                            new Branch(
                                    "101",
                                    "Granvik skole",
                                    address("Granvik skole", "Skoleveien 21", "2406", "Elverum")),
                            new Branch(
                                    "102",
                                    "Granvik bibliotek",
                                    address("Granvik bibliotek", "Rådhusplassen 3", "2406", "Elverum"))),
                    Optional.of("silver"),
                    Set.of("public"),
                    List.of(new Person(Role.OWNER, "innkjop@granvik-kommune.example", "Solveig Granli"))));

    static final Person ADMINISTRATOR =
            new Person(Role.ADMINISTRATOR, "administrator@lysverk.example", "Henrik Lysverk");

    static final List<Person> STAFF = List.of(
            new Person(Role.STAFF_ORDERS, "ordre@lysverk.example", "Marit Ordal"),
            new Person(Role.STAFF_CATALOG, "sortiment@lysverk.example", "Ola Sortland"),
            new Person(Role.STAFF_MODULES, "drift@lysverk.example", "Sindre Modahl"),
            new Person(Role.INTEGRATION, "erp@lysverk.example", "Lysverk ERP"));

    static DemoCompany company(
            String customerNumber,
            String name,
            String organisationNumber,
            Address billing,
            List<Address> deliveries,
            List<Branch> branches,
            Optional<String> tier,
            Set<String> groups,
            List<Person> people) {
        boolean swedish = billing.country().equals("SE");
        Account account = new Account(
                new AccountId("new"),
                customerNumber,
                name,
                Optional.of(organisationNumber),
                billing.country(),
                swedish ? "sv" : "nb",
                billing,
                deliveries.isEmpty() ? List.of(billing) : deliveries,
                "faktura@" + people.get(0).email().replaceFirst(".*@", ""),
                Optional.of((swedish ? "+46 70 99 9" : "+47 99 99 ") + customerNumber.substring(1, 3) + " "
                        + customerNumber.substring(3)));
        return new DemoCompany(account, branches, tier, groups, people);
    }

    private static Address address(String name, String street, String postcode, String city) {
        return address(name, street, postcode, city, "NO");
    }

    static Address address(String name, String street, String postcode, String city, String country) {
        return new Address(name, Optional.empty(), street, Optional.empty(), postcode, city, country);
    }
}
