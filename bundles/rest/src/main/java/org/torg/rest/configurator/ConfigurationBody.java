package org.torg.rest.configurator;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.AnswerJson;
import org.torg.rest.pricing.LineJson;

/** What is asked about a configuration. */
final class ConfigurationBody {

    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_CODE = 100;

    private ConfigurationBody() {}

    /**
     * @param question empty where the whole is meant
     * @param option empty where the question is meant
     */
    record Asked(Optional<VendorId> vendor, Sku sku, Answers answers, String question, String option) {}

    /** @param answers by the codes of their questions */
    public record GuideRequestJson(
            Optional<String> vendor, Optional<String> sku, Optional<Map<String, AnswerJson>> answers) {

        Asked read() {
            Faults faults = new Faults();
            return faults.settle(ConfigurationBody.read(faults, vendor, sku, answers, "", ""));
        }
    }

    public record WhyRequestJson(
            Optional<String> vendor,
            Optional<String> sku,
            Optional<Map<String, AnswerJson>> answers,
            Optional<String> question,
            Optional<String> option) {

        Asked read() {
            Faults faults = new Faults();
            return faults.settle(ConfigurationBody.read(
                    faults,
                    vendor,
                    sku,
                    answers,
                    faults.requiredText("/question", question, LONGEST_CODE),
                    faults.requiredText("/option", option, LONGEST_CODE)));
        }
    }

    public record OptionPricesRequestJson(
            Optional<String> vendor,
            Optional<String> sku,
            Optional<Map<String, AnswerJson>> answers,
            Optional<String> question) {

        Asked read() {
            Faults faults = new Faults();
            return faults.settle(ConfigurationBody.read(
                    faults, vendor, sku, answers, faults.requiredText("/question", question, LONGEST_CODE), ""));
        }
    }

    private static Asked read(
            Faults faults,
            Optional<String> vendor,
            Optional<String> sku,
            Optional<Map<String, AnswerJson>> answers,
            String question,
            String option) {
        return new Asked(
                faults.shaped("/vendor", vendor, 40, VENDOR, "vendor-invalid", "This is not the id of a vendor.")
                        .map(VendorId::new),
                LineJson.sku(faults, "/sku", sku),
                AnswerJson.read(faults, "/answers", answers),
                question,
                option);
    }
}
