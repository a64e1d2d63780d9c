package org.torg.portal.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.portal.page.Fields;

/** What the checkout can tell before anybody is asked. */
class CheckoutFormTest {

    private static final Address SHOP =
            new Address("Lys & Lampe AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
    private static final Account ACCOUNT = new Account(
            new AccountId("a1"),
            "1001",
            "Lys & Lampe AS",
            Optional.empty(),
            "NO",
            "nb",
            SHOP,
            List.of(SHOP, SHOP),
            "faktura@example.org",
            Optional.empty());
    private static final Fields GOOD = Fields.NONE.with("address", "2").with("timing", "parts");

    private static String code(Fields form) {
        return CheckoutForm.fault(ACCOUNT, form).map(Refusal::code).orElse("");
    }

    @Test
    void aFormThatIsFilledInHasNoFault() {
        assertThat(code(GOOD)).isEmpty();
        assertThat(code(GOOD.with("timing", "requested").with("from", "2026-12-01")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "", "1 "})
    void anAddressThatIsGoneIsNeverAnotherOne(String id) {
        assertThat(code(GOOD.with("address", id))).isEqualTo("address-not-found");
        assertThat(code(GOOD.without("address"))).isEqualTo("address-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30", "01.12.2026", "2026-12-01T10:00"})
    void aRequestedDeliveryNeedsADayThatIsOne(String typed) {
        Fields form = GOOD.with("timing", "requested").with("from", typed);

        Refusal refusal = CheckoutForm.fault(ACCOUNT, form).orElseThrow();

        assertThat(refusal.code()).isEqualTo("date-missing");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/from");
        assertThat(code(form.with("timing", "complete"))).isEmpty();
    }

    @Test
    void daysAndPaymentsAreReadOrLeftOut() {
        assertThat(CheckoutForm.day(Fields.NONE.with("until", " 2026-12-24 "), "until"))
                .contains(LocalDate.of(2026, 12, 24));
        assertThat(CheckoutForm.day(Fields.NONE.with("until", "soon"), "until")).isEmpty();
        assertThat(CheckoutForm.payment("INVOICE")).isPresent();
        assertThat(CheckoutForm.payment("shells")).isEmpty();
    }
}
