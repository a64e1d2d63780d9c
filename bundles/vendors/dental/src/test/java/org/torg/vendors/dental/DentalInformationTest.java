package org.torg.vendors.dental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Task;

class DentalInformationTest {

    private static final List<String> NORDIC = List.of("da", "en", "fi", "nb", "sv");

    private final Information information = new DentalVendor("1.0.0").information();

    private Help help(Task task) {
        return information.help().stream()
                .filter(help -> help.task() == task)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("D12")
    void thereIsAFilmForEachTaskThatHasOneInEachLanguage() {
        for (Task task : List.of(Task.ORDER, Task.DELIVERY, Task.RETURN, Task.PAUSE)) {
            assertThat(help(task).guides()).singleElement().satisfies(guide -> {
                assertThat(guide.form()).isEqualTo(Guide.Form.VIDEO);
                assertThat(guide.links().keySet()).containsExactlyInAnyOrderElementsOf(NORDIC);
                assertThat(guide.links().values()).doesNotHaveDuplicates();
            });
        }
    }

    @Test
    @Tag("D12")
    void whatIsOftenAskedIsAnsweredWhereItIsAsked() {
        assertThat(information.help())
                .allSatisfy(help -> assertThat(help.questions()).isNotEmpty().allSatisfy(faq -> {
                    assertThat(faq.question().byLanguage().keySet()).containsExactlyElementsOf(NORDIC);
                    assertThat(faq.answer().byLanguage().keySet()).containsExactlyElementsOf(NORDIC);
                }));
        assertThat(help(Task.SIGN_IN).questions()).hasSize(2);
    }

    @Test
    @Tag("D50")
    void theMarketHasAPhoneAndAMailboxForEachPurpose() {
        assertThat(information.contacts()).allSatisfy(contact -> {
            assertThat(contact.market()).contains("NO");
            assertThat(contact.phone()).startsWith("+47");
            assertThat(contact.purpose()).isPresent();
        });
        assertThat(information.contacts())
                .extracting(ContactPoint::email)
                .containsExactly("ordre@dvale.example", "lab@dvale.example", "regnskap@dvale.example");
    }
}
