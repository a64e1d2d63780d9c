package org.torg.vendors.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.Task;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;

class LightingInformationTest {

    private final LightingVendor vendor = new LightingVendor("1.0.0");
    private final Information information = vendor.information();

    private Parameters initial() {
        Map<String, String> values = vendor.parameters().stream()
                .collect(Collectors.toMap(ParameterDefinition::key, ParameterDefinition::initial));
        return new Parameters(vendor.descriptor().currency(), values);
    }

    private void says(Task task, String number) {
        assertThat(information.help())
                .filteredOn(help -> help.task() == task)
                .flatExtracting(help -> help.questions())
                .anySatisfy(faq -> assertThat(faq.answer().byLanguage().values())
                        .isNotEmpty()
                        .allSatisfy(answer -> assertThat(answer).contains(number)));
    }

    @Test
    void whatIsSaidOfReturnsAndQuotesIsWhatIsPromised() {
        says(Task.RETURN, Integer.toString(vendor.terms(initial()).returnWindowDays()));
        says(Task.QUOTE, Integer.toString(vendor.quotes(initial()).answerHours()));
    }

    @Test
    void noAmountIsWrittenIntoAText() {
        assertThat(information.shipping().sections())
                .allSatisfy(section -> assertThat(section.text().byLanguage().values())
                        .allSatisfy(text -> assertThat(text).doesNotContainPattern("[0-9]")));
    }
}
