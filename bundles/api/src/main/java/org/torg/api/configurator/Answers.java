package org.torg.api.configurator;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.torg.api.upload.UploadId;

/**
 * Answers by the code of their question. What is not there is not answered.
 *
 * @param byQuestion in the order of the codes
 */
public record Answers(Map<String, Answer> byQuestion) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        byQuestion = Collections.unmodifiableSortedMap(new TreeMap<>(byQuestion));
    }

    public Optional<Answer> to(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** With this answer in the place of an earlier one. */
    public Answers with(String question, Answer answer) {
        Map<String, Answer> more = new TreeMap<>(byQuestion);
        more.put(question, answer);
        return new Answers(more);
    }

    public Answers without(String question) {
        Map<String, Answer> fewer = new TreeMap<>(byQuestion);
        fewer.remove(question);
        return new Answers(fewer);
    }

    /** All files that are named, each once. */
    public List<UploadId> files() {
        return byQuestion.values().stream()
                .filter(Answer.Uploaded.class::isInstance)
                .map(Answer.Uploaded.class::cast)
                .flatMap(uploaded -> uploaded.files().stream())
                .distinct()
                .toList();
    }
}
