package org.torg.rest.quickorder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.torg.api.cart.CartId;
import org.torg.api.quickorder.QuickOrders.Filled;
import org.torg.api.quickorder.Report;
import org.torg.api.quote.ProjectListId;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * What became of each row.
 *
 * @param left how many are left out
 */
public record QuickOrderReportJson(String vendor, int left, List<QuickOrderRowJson> rows) {

    public record QuickOrderRowJson(
            long number,
            List<String> typed,
            String state,
            Optional<QuickOrderArticleJson> article,
            Optional<Integer> quantity,
            Optional<Integer> ordered,
            Optional<Long> with,
            List<QuickOrderNoteJson> notes,
            List<QuickOrderArticleJson> suggestions) {

        static QuickOrderRowJson of(Report.Row row, Wording wording, Locale language) {
            return new QuickOrderRowJson(
                    row.number(),
                    row.typed(),
                    Words.of(row.state()),
                    row.article().map(article -> QuickOrderArticleJson.of(article, language)),
                    row.quantity(),
                    row.ordered(),
                    row.with(),
                    row.notes().stream()
                            .map(note -> new QuickOrderNoteJson(note.code(), wording.of(note.message())))
                            .toList(),
                    row.suggestions().stream()
                            .map(article -> QuickOrderArticleJson.of(article, language))
                            .toList());
        }
    }

    public record QuickOrderArticleJson(String sku, String name) {

        static QuickOrderArticleJson of(Report.Article article, Locale language) {
            return new QuickOrderArticleJson(
                    article.sku().value(), article.name().in(language));
        }
    }

    public record QuickOrderNoteJson(String code, String message) {}

    /** @param cart into which good rows went; there is none when no row was good */
    public record FilledQuickOrderJson(
            Optional<String> cart, Optional<String> projectList, QuickOrderReportJson report) {

        static FilledQuickOrderJson of(Filled filled, Wording wording, Locale language) {
            return new FilledQuickOrderJson(
                    filled.cart().map(CartId::value),
                    filled.list().map(ProjectListId::value),
                    QuickOrderReportJson.of(filled.report(), wording, language));
        }
    }

    static QuickOrderReportJson of(Report report, Wording wording, Locale language) {
        return new QuickOrderReportJson(
                report.vendor().value(),
                report.left(),
                report.rows().stream()
                        .map(row -> QuickOrderRowJson.of(row, wording, language))
                        .toList());
    }
}
