package org.torg.contract;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.vendor.Texts;
import org.torg.contract.ContractViolation.Kind;

/** Whether messages can be read in every language of a vendor. */
record RequiredTexts(Texts texts, List<String> languages) {

    /** @throws ContractViolation for a message without a text, or one whose arguments do not fit its text */
    void hold(Part<?> part, List<Message> messages) {
        Trial trial = new Trial(part, Check.TEXTS);
        for (Message message : messages) {
            int arguments = message.arguments().size();
            for (String language : languages) {
                Optional<String> pattern = texts.pattern(message.key(), Locale.forLanguageTag(language));
                String text = "the text of " + message.key() + " in " + language;
                trial.require(pattern.isPresent(), Kind.TEXT_MISSING, text + " is missing");
                int places = places(pattern.orElse(""));
                trial.require(
                        places == arguments,
                        Kind.CONTRACT_FAILED,
                        text + " has " + places + " places, and the message " + arguments + " arguments");
            }
        }
    }

    /** The composition saw that it is a pattern. */
    private static int places(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }
}
