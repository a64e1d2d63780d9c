package org.torg.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Address;

class FieldsTest {

    @Test
    void severalThingsInOneFieldAreWrittenOneALineOrWithCommas() {
        Fields typed = Fields.NONE
                .with("emails", " a@x.example\r\nb@x.example, c@x.example;a@x.example\n")
                .with("none", "  ");

        assertThat(typed.listed("emails")).containsExactly("a@x.example", "b@x.example", "c@x.example");
        assertThat(typed.listed("none")).isEmpty();
        assertThat(typed.listed("missing")).isEmpty();
    }

    @Test
    void anAddressIsReadAsItWasFilledIn() {
        Address full = new Address(
                "Solsiden", Optional.of("Mottak"), "Kaia 3", Optional.of("2. etg"), "7030", "Trondheim", "NO");
        Address brief = new Address("Solsiden", Optional.empty(), "Kaia 3", Optional.empty(), "7030", "Ås", "NO");

        assertThat(AddressFields.read(AddressFields.fill(Fields.NONE, "billing-", full), "billing-"))
                .isEqualTo(full);
        Fields form = AddressFields.fill(Fields.NONE.with("label", "Klinikken"), "address.", brief);
        assertThat(AddressFields.read(form, "address.")).isEqualTo(brief);
        assertThat(form.typed("label")).isEqualTo("Klinikken");
        assertThat(form.typed("address.city")).isEqualTo("Ås");
    }
}
