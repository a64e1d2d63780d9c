package org.torg.vendors.lighting;

import java.util.List;
import java.util.Optional;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.ContactPoint.Role;
import org.torg.api.vendor.InformationTexts;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Texts;

/** What Lysverk tells its customers: help for each task, deliveries (L42), payment (L53), and where to ask (L64). */
final class LightingInformation {

    private static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi", "en");

    private LightingInformation() {}

    static Information of(LegalEntity seller) {
        Texts texts = Texts.load(LightingInformation.class, "information", LANGUAGES);
        InformationTexts words = new InformationTexts(texts);
        return new Information(
                words.help(),
                words.shipping(
                        LightingParameters.FREE_FROM,
                        LightingParameters.BULKY_AMOUNT,
                        LightingParameters.PARCEL_MAX_WEIGHT),
                words.payment(),
                List.of(new ContactPoint(
                        Role.SALES_COMPANY,
                        Optional.of("NO"),
                        seller.name(),
                        Optional.of(seller.address()),
                        seller.phone(),
                        seller.email(),
                        Optional.of(texts.words("contact.purpose")))));
    }
}
