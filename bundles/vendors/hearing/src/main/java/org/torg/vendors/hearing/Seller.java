package org.torg.vendors.hearing;

import java.time.ZoneId;
import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.vendor.LegalEntity;

/** The sales company in Sweden that sells and invoices (H59). It is invented; its numbers have valid check digits. */
final class Seller {

    static final LegalEntity HORLUND = new LegalEntity(
            "horlund",
            "Hörlund Sverige AB",
            "9900001232",
            "SE990000123201",
            Optional.of("Godkänd för F-skatt"),
            new Address(
                    "Hörlund Sverige AB", Optional.empty(), "Ljudgatan 7", Optional.empty(), "21120", "Malmö", "SE"),
            ZoneId.of("Europe/Stockholm"),
            "kundtjanst@horlund.example",
            "+4640000000",
            Optional.empty(),
            "99990012");

    private Seller() {}
}
