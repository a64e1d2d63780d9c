package org.torg.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.torg.api.Refusal;

class DraftTest {

    private static final Refusal REFUSAL = Refusal.of(Refusal.Kind.UNPROCESSABLE, "account-invalid", "Not right.")
            .with(List.of(
                    Refusal.detail("/billing/city", "address-invalid", "The city."),
                    Refusal.detail("/invoiceEmails/1", "email-invalid", "The second e-mail.")));

    @Test
    void whatIsWrongStandsBesideItsField() {
        Draft draft = Draft.refused(Fields.NONE, REFUSAL);

        assertThat(draft.fault("billing.city").orElseThrow().english()).isEqualTo("The city.");
        assertThat(draft.fault("billing.line1")).isEmpty();
        assertThat(draft.fault("city")).isEmpty();
        assertThat(draft.status()).isEqualTo(422);
    }

    @Test
    void aFieldThatListsSeveralThingsTellsOfEach() {
        assertThat(Draft.refused(Fields.NONE, REFUSAL).fault("invoiceEmails")).isPresent();
        assertThat(REFUSAL.details().stream().map(Draft::field)).containsExactly("billing.city", "invoiceEmails");
    }

    @Test
    void whatWasTypedIsKeptButPasswordsAreNot() {
        Fields form = Fields.NONE
                .with("name", "Kari")
                .with("password", "en lang setning")
                .with("current", "den gamle");
        Draft draft = Draft.refused(form, REFUSAL);

        assertThat(draft.value("name")).isEqualTo("Kari");
        assertThat(draft.typed().byName()).doesNotContainKeys("password", "current");
    }
}
