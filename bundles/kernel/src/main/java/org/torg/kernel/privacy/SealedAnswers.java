package org.torg.kernel.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.RecipientId;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.ConfigurationModel.Stage;
import org.torg.api.configurator.ConfigurationModel.Subject;
import org.torg.api.configurator.Question;
import org.torg.api.store.Transactions.Tx;
import org.torg.json.TorgJson;

/** Answers about a recipient, sealed under the recipient's own key: they go when the recipient is erased (D16, D19). */
@Component(service = SealedAnswers.class)
public final class SealedAnswers {

    private static final ObjectMapper JSON = TorgJson.mapper();

    private final Vault vault;

    @Activate
    public SealedAnswers(@Reference Vault vault) {
        this.vault = vault;
    }

    /** Those to questions of the stages that are about the recipient. */
    public static Answers about(ConfigurationModel model, Answers answers) {
        return part(model, answers, true);
    }

    /** All others. */
    public static Answers others(ConfigurationModel model, Answers answers) {
        return part(model, answers, false);
    }

    private static Answers part(ConfigurationModel model, Answers answers, boolean about) {
        Set<String> questions = new HashSet<>();
        for (Stage stage : model.stages()) {
            if (stage.subject() == Subject.RECIPIENT) {
                stage.questions().stream().map(Question::code).forEach(questions::add);
            }
        }
        Map<String, Answer> part = new HashMap<>(answers.byQuestion());
        part.keySet().removeIf(question -> questions.contains(question) != about);
        return new Answers(part);
    }

    /** Both together. */
    public static Answers merged(Answers one, Answers other) {
        Map<String, Answer> all = new HashMap<>(one.byQuestion());
        all.putAll(other.byQuestion());
        return new Answers(all);
    }

    /** Empty when there is nothing to seal. */
    public Optional<String> seal(Tx tx, RecipientId recipient, Answers about) {
        return about.byQuestion().isEmpty()
                ? Optional.empty()
                : Optional.of(vault.seal(tx, recipient.value(), json(about)));
    }

    /** Answers about somebody. */
    public record About(RecipientId recipient, Answers answers) {}

    /**
     * Seals several, by any name; one statement for all. Where there is nothing to seal, there is nothing in the answer.
     */
    public <K> Map<K, String> sealEach(Tx tx, Map<K, About> about) {
        Map<K, Vault.Owned> plain = new HashMap<>();
        about.forEach((name, one) -> {
            if (!one.answers().byQuestion().isEmpty()) {
                plain.put(name, new Vault.Owned(one.recipient().value(), json(one.answers())));
            }
        });
        return plain.isEmpty() ? Map.of() : vault.sealEach(tx, plain);
    }

    /**
     * Opens several, by any name; one statement for all. Those about somebody who was erased are not in the answer.
     *
     * @param sealed whose, and the sealed text
     */
    public <K> Map<K, Answers> openEach(Tx tx, Map<K, Vault.Owned> sealed) {
        Map<K, Answers> opened = new HashMap<>();
        vault.openEach(tx, sealed).forEach((name, text) -> opened.put(name, answers(text)));
        return opened;
    }

    /** Nothing when the recipient was erased. */
    public Answers open(Tx tx, RecipientId recipient, String sealed) {
        return vault.open(tx, recipient.value(), sealed)
                .map(SealedAnswers::answers)
                .orElse(Answers.NONE);
    }

    private static String json(Answers answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("answers that cannot be written", e);
        }
    }

    private static Answers answers(String json) {
        try {
            return JSON.readValue(json, Answers.class);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("answers that cannot be read", e);
        }
    }
}
