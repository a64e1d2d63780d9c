package org.torg.vendors.dental;

import java.time.ZoneId;
import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.vendor.LegalEntity;

/** The company that sells and invoices, with the phone and mailbox of its market (D50). It is invented. */
final class Seller {

    static final LegalEntity DVALE = new LegalEntity(
            "dvale",
            "Dvale Tannteknikk AS",
            "100300400",
            "NO 100 300 400 MVA",
            Optional.of("Foretaksregisteret"),
            new Address(
                    "Dvale Tannteknikk AS",
                    Optional.empty(),
                    "Søvnveien 3",
                    Optional.empty(),
                    "7041",
                    "Trondheim",
                    "NO"),
            ZoneId.of("Europe/Oslo"),
            "ordre@dvale.example",
            "+4773000000",
            Optional.empty(),
            "12340000100");

    private Seller() {}
}
