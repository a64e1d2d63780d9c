package org.torg.vendors.dental;

import java.util.List;
import java.util.Optional;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.ContactPoint.Role;
import org.torg.api.vendor.InformationTexts;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Texts;

/** What Dvale tells its clinics: films and answers for each task (D12), and the mailboxes of its market (D50). */
final class DentalInformation {

    private static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi", "en");

    private static final String MARKET = "NO";

    private DentalInformation() {}

    static Information of(LegalEntity seller) {
        Texts texts = Texts.load(DentalInformation.class, "information", LANGUAGES);
        InformationTexts words = new InformationTexts(texts);
        return new Information(
                words.help(),
                words.shipping(),
                words.payment(),
                List.of(
                        contact(seller, texts, "orders", seller.email()),
                        contact(seller, texts, "technical", "lab@dvale.example"),
                        contact(seller, texts, "finance", "regnskap@dvale.example")));
    }

    private static ContactPoint contact(LegalEntity seller, Texts texts, String purpose, String email) {
        return new ContactPoint(
                Role.SALES_COMPANY,
                Optional.of(MARKET),
                seller.name(),
                Optional.of(seller.address()),
                seller.phone(),
                email,
                Optional.of(texts.words("contact." + purpose)));
    }
}
