package org.torg.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.vendor.VendorId;
import org.torg.rest.SmallVendor;

class MessageTextTest {

    private static final VendorId VENDOR = new VendorId("lighting");
    private static final Locale NORWEGIAN = new Locale("nb");
    private static final Message BREAK =
            Message.of("price.list-break", "List price from {0} pieces", Argument.number(10));
    private static final Message VAT = Message.of("price.vat", "VAT {0}", Argument.percent(new BigDecimal("25")));

    private final MessageText texts = MessageTexts.of(SmallVendor.lighting());

    @Test
    void aStepOfThePriceIsToldInNorwegian() {
        assertThat(texts.of(VENDOR, NORWEGIAN).of(BREAK)).isEqualTo("Listepris fra 10 stk.");
        assertThat(texts.of(VENDOR, NORWEGIAN).of(VAT).replace('\u00a0', ' ')).isEqualTo("Mva. 25 %");
    }

    @Test
    void theKernelSpeaksNorwegianAlsoWhileTheVendorIsAway() {
        assertThat(texts.of(new VendorId("away"), NORWEGIAN).of(BREAK)).isEqualTo("Listepris fra 10 stk.");
        assertThat(texts.of(NORWEGIAN).of(BREAK)).isEqualTo("Listepris fra 10 stk.");
    }

    @Test
    void aLanguageWithoutTextsIsAnsweredInEnglish() {
        assertThat(texts.of(VENDOR, new Locale("de")).of(BREAK)).isEqualTo("List price from 10 pieces");
        assertThat(texts.of(Locale.ENGLISH).of(BREAK)).isEqualTo("List price from 10 pieces");
    }

    @Test
    void theVendorsOwnTextComesFirst() {
        MessageText own = MessageTexts.of(SmallVendor.saying("nb", BREAK.key(), "Fra {0} lamper"));
        assertThat(own.of(VENDOR, NORWEGIAN).of(BREAK)).isEqualTo("Fra 10 lamper");
        assertThat(own.of(NORWEGIAN).of(BREAK)).isEqualTo("Fra 10 lamper");
    }

    @Test
    void sentencesThatShareAKeyKeepTheirMeanings() {
        assertThat(texts.of(NORWEGIAN)
                        .of(Message.of(
                                "refusal.address-invalid", "This is not a postcode of {0}.", Argument.text("NO"))))
                .isEqualTo("Dette er ikke et postnummer i NO.");
        assertThat(texts.of(NORWEGIAN).of(Message.of("refusal.address-invalid", "Something that was said once")))
                .isEqualTo("Adressen er ikke gyldig.");
    }
}
