package org.torg.vendors.hearing;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.ContactPoint.Role;
import org.torg.api.vendor.InformationTexts;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Texts;

/** What Hörlund tells its clinics and shops: help, and the sales company in Sweden beside the head office (H58, H59). */
final class HearingInformation {

    private static final List<String> LANGUAGES = List.of("sv", "nb", "da", "fi", "en");

    private static final Address HEAD_OFFICE = new Address(
            "Hörlund International A/S", Optional.empty(), "Lydvej 1", Optional.empty(), "2750", "Ballerup", "DK");

    private HearingInformation() {}

    static Information of(LegalEntity seller) {
        Texts texts = Texts.load(HearingInformation.class, "information", LANGUAGES);
        InformationTexts words = new InformationTexts(texts);
        return new Information(
                words.help(),
                words.shipping(HearingParameters.FREE_FROM),
                words.payment(),
                List.of(
                        new ContactPoint(
                                Role.SALES_COMPANY,
                                Optional.of("SE"),
                                seller.name(),
                                Optional.of(seller.address()),
                                seller.phone(),
                                seller.email(),
                                Optional.of(texts.words("contact.support"))),
                        new ContactPoint(
                                Role.HEAD_OFFICE,
                                Optional.empty(),
                                HEAD_OFFICE.name(),
                                Optional.of(HEAD_OFFICE),
                                "+4544000000",
                                "info@horlund.example",
                                Optional.empty())));
    }
}
