package org.torg.portal.favourite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.LocalizedText;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Reader;

/**
 * What became of a favourite in a cart, line by line (H50).
 *
 * @param names of its articles, those that are sold still
 * @param models of today, of the articles about whose answers there is something to tell
 */
public record UsedFavourite(Reuse reuse, Map<Sku, CatalogEntry> names, Map<Sku, ConfigurationModel> models) {

    public UsedFavourite {
        names = Map.copyOf(names);
        models = Map.copyOf(models);
    }

    public VendorId vendor() {
        return reuse.view().cart().vendor();
    }

    public LocalizedText name(Reuse.Line line) {
        return Optional.ofNullable(names.get(line.sku()))
                .map(entry -> entry.variant().name())
                .orElse(LocalizedText.of("en", line.sku().value()));
    }

    /** Whether somebody has something to do before the line can be ordered. */
    public static boolean needsAnswers(Reuse.Line line) {
        return !line.missing().isEmpty() || !line.misfits().isEmpty();
    }

    /** How many lines wait for somebody, those among them that were not added. */
    public long open() {
        return reuse.lines().stream()
                .filter(line -> line.line().isEmpty() || needsAnswers(line))
                .count();
    }

    /** Where the line is configured; at the question, where one is named. Only of a line that is in the cart. */
    public String configure(Reuse.Line line, Optional<String> question) {
        return "/carts/" + reuse.view().cart().id().value() + "/lines/"
                + line.line().orElseThrow().value() + "/configure"
                + question.map(code -> "#q-" + code).orElse("");
    }

    /** What the form asks today; the code of a question that is gone. */
    public String label(Reader reader, Reuse.Line line, String question) {
        return asked(line, question)
                .map(found -> reader.of(vendor(), found.about().label()))
                .orElse(question);
    }

    /** Whether today's form has this question at all. */
    public boolean isAsked(Reuse.Line line, String question) {
        return asked(line, question).isPresent();
    }

    private Optional<Question> asked(Reuse.Line line, String question) {
        return Optional.ofNullable(models.get(line.sku())).stream()
                .flatMap(ConfigurationModel::questions)
                .filter(each -> each.code().equals(question))
                .findFirst();
    }

    public List<Reuse.Line> lines() {
        return reuse.lines();
    }
}
