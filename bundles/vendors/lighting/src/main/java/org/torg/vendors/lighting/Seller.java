package org.torg.vendors.lighting;

import java.time.ZoneId;
import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.vendor.LegalEntity;

/** The company that sells and invoices. It is invented; its numbers have valid check digits. */
final class Seller {

    static final LegalEntity LYSVERK = new LegalEntity(
            "lysverk",
            "Lysverk AS",
            "100200309",
            "NO 100 200 309 MVA",
            Optional.of("Foretaksregisteret"),
            new Address("Lysverk AS", Optional.empty(), "Lampeveien 12", Optional.empty(), "0581", "Oslo", "NO"),
            ZoneId.of("Europe/Oslo"),
            "ordre@lysverk.example",
            "+4721000000",
            Optional.empty(),
            "12345678903");

    private Seller() {}
}
