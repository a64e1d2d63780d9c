package org.torg.kernel.quickorder;

import java.util.List;
import java.util.Optional;
import org.torg.api.configurator.Answers;
import org.torg.api.quickorder.Report.Note;

/**
 * A row before anything is known of its article.
 *
 * @param typed its cells as they were typed
 * @param article what stands for the article, without surrounding blanks
 * @param quantity what stands for the quantity
 * @param answers as it was configured in an earlier order
 * @param notes what was left out of it
 * @param fault why it cannot be read
 */
record TypedRow(
        long number,
        List<String> typed,
        String article,
        String quantity,
        Optional<Answers> answers,
        List<Note> notes,
        Optional<Note> fault) {

    static TypedRow of(long number, List<String> typed, String article, String quantity) {
        return new TypedRow(number, typed, article, quantity, Optional.empty(), List.of(), Optional.empty());
    }
}
