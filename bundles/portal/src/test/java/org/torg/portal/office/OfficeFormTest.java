package org.torg.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.torg.api.Refusal;
import org.torg.portal.page.Fields;

class OfficeFormTest {

    private static OfficeForm refused(String pointer) {
        Refusal refusal = Refusal.of(Refusal.Kind.UNPROCESSABLE, "account-invalid", "Not right.")
                .with(List.of(Refusal.detail(pointer, "value-invalid", "Not of the right form.")));
        return OfficeForm.refused(Fields.NONE, refusal);
    }

    @Test
    void aFaultStandsBesideTheFieldThatIsMeant() {
        OfficeForm form = refused("/billing/line1");

        assertThat(form.fault("billing-line1")).isPresent();
        assertThat(form.fault("billing-line2")).isEmpty();
        assertThat(form.status()).isEqualTo(422);
    }

    @Test
    void aFaultWithinAListStandsBesideItsField() {
        assertThat(refused("/invoiceEmails/1").fault("invoiceEmails")).isPresent();
        assertThat(refused("/invoiceEmailsOfOthers").fault("invoiceEmails")).isEmpty();
    }

    @Test
    void aFormThatWasNotRefusedIsAPage() {
        assertThat(OfficeForm.of(Fields.NONE).status()).isEqualTo(200);
    }
}
