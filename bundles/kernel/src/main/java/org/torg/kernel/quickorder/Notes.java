package org.torg.kernel.quickorder;

import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quickorder.Report.Note;

/** What is said about rows. */
final class Notes {

    static final Note RECIPIENT_LEFT_OUT =
            note("recipient-left-out", "For whom it was, and what was answered about them, was left out.");
    static final Note ANSWERS_LEFT_OUT =
            note("answers-left-out", "Answers to what is not asked any more, or about somebody, were left out.");
    static final Note FILES_LEFT_OUT = note("files-left-out", "Files were left out.");
    static final Note ARTICLE_MISSING = note("article-missing", "The row has no article number.");
    static final Note ARTICLE_INVALID =
            note("article-invalid", "An article number has 1 to 40 letters, digits, dots, hyphens or slashes.");
    static final Note ARTICLE_RUINED =
            note("article-ruined", "A spreadsheet has made a number of the article number. Format the column as text.");
    static final Note QUANTITY_MISSING = note("quantity-missing", "The row has no quantity.");
    static final Note QUANTITY_AMBIGUOUS =
            note("quantity-ambiguous", "This may be thousands or a fraction. Write it without a separator.");
    static final Note QUANTITY_INVALID = note(
            "quantity-invalid",
            "A quantity is a whole number from 1 to {0}.",
            Argument.number(PriceRequest.MAX_QUANTITY));
    static final Note TOGETHER_TOO_MANY = note(
            "quantity-sum-invalid",
            "With the rows before of the same article these are more than {0}.",
            Argument.number(PriceRequest.MAX_QUANTITY));
    static final Note CONFIGURATION_NEEDED =
            note("configuration-needed", "This article has to be configured before it can be ordered.");
    static final Note CONFIGURATION_DEFAULTS =
            note("configuration-defaults", "Added as its model has it at the start. Look at its questions.");
    static final Note CONFIGURATION_INCOMPLETE =
            note("configuration-incomplete", "Something has to be answered yet before it can be ordered.");

    private Notes() {}

    static Note unknown(String article) {
        return of(Refusal.of(
                Refusal.Kind.UNPROCESSABLE, "sku-unknown", "There is no article {0}.", Argument.text(article)));
    }

    static Note readAs(String sku) {
        return note("article-read-as", "Read as the article {0}.", Argument.text(sku));
    }

    static Note merged(long row) {
        return note("row-merged", "Counted with row {0}, which has the same article.", Argument.number(row));
    }

    static Note summed(int quantity) {
        return note("rows-summed", "With other rows of the same article {0} in all.", Argument.number(quantity));
    }

    static Note of(Refusal refusal) {
        return new Note(refusal.code(), refusal.message());
    }

    private static Note note(String code, String english, Argument... arguments) {
        return new Note(code, Message.of("quickorder." + code, english, arguments));
    }
}
