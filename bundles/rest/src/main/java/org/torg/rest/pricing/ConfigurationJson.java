package org.torg.rest.pricing;

import java.util.Map;
import org.torg.api.configurator.Configuration;

/**
 * A configured article.
 *
 * @param model content hash of the model that was answered
 * @param answers by the codes of their questions; those about a recipient only for who may see the recipient
 */
public record ConfigurationJson(String product, String model, Map<String, AnswerJson> answers) {

    public static ConfigurationJson of(Configuration configuration) {
        return new ConfigurationJson(
                configuration.product(), configuration.model(), AnswerJson.of(configuration.answers()));
    }
}
