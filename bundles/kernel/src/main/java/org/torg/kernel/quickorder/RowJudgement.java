package org.torg.kernel.quickorder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quickorder.Report.Article;
import org.torg.api.quickorder.Report.Note;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.catalog.imports.PieceCounts;
import org.torg.kernel.pricing.ArticleGuide;
import org.torg.kernel.privacy.SealedAnswers;

/**
 * Judges rows, each by itself: one statement for {@value #AT_ONCE} articles, one for those that may be written in other letters, one
 * for guesses. Vendor code is called: not to be used inside a transaction.
 */
@Component(service = RowJudgement.class)
public final class RowJudgement {

    private static final int AT_ONCE = 1_000;
    private static final Pattern RUINED = Pattern.compile("[-+]?[0-9]+[.,][0-9]+[eE][-+]?[0-9]+|[0-9]+[eE]\\+[0-9]+");

    private final ArticleGuide guide;
    private final Guesses guesses;

    @Activate
    public RowJudgement(@Reference ArticleGuide guide, @Reference Guesses guesses) {
        this.guide = guide;
        this.guesses = guesses;
    }

    /** Rows of one vendor, with what is known of their articles. */
    List<JudgedRow> of(Caller caller, VendorId vendor, List<TypedRow> rows, boolean defaults) {
        Map<ArticleGuide.Asked, Outcome<ArticleGuide.Judged>> known = articles(vendor, rows);
        Set<String> unknown = new LinkedHashSet<>();
        for (TypedRow row : rows) {
            if (row.fault().isEmpty() && found(known, row).isEmpty()) {
                unknown.add(row.article());
            }
        }
        Map<String, List<Article>> meant = guesses.of(caller, vendor, unknown);
        PieceCounts counts =
                PieceCounts.of(rows.stream().map(TypedRow::quantity).toList());
        return rows.stream()
                .map(row -> judged(row, found(known, row), counts, defaults)
                        .suggesting(meant.getOrDefault(row.article(), List.of())))
                .toList();
    }

    private Map<ArticleGuide.Asked, Outcome<ArticleGuide.Judged>> articles(VendorId vendor, List<TypedRow> rows) {
        Map<ArticleGuide.Asked, Outcome<ArticleGuide.Judged>> known = new HashMap<>();
        Set<ArticleGuide.Asked> asked = new LinkedHashSet<>();
        rows.stream()
                .filter(row -> row.fault().isEmpty() && Sku.isValid(row.article()))
                .forEach(row -> asked.add(asked(row, row.article())));
        ask(vendor, asked, known);
        // Article numbers are read with regard to case; who types them has none.
        Set<ArticleGuide.Asked> louder = new LinkedHashSet<>();
        rows.stream()
                .filter(row -> row.fault().isEmpty() && Sku.isValid(row.article()))
                .filter(row -> !isKnown(known.get(asked(row, row.article()))))
                .forEach(row -> louder.add(asked(row, upper(row))));
        louder.removeAll(asked);
        ask(vendor, louder, known);
        return known;
    }

    private void ask(
            VendorId vendor,
            Set<ArticleGuide.Asked> asked,
            Map<ArticleGuide.Asked, Outcome<ArticleGuide.Judged>> known) {
        List<ArticleGuide.Asked> all = List.copyOf(asked);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<ArticleGuide.Asked> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<Outcome<ArticleGuide.Judged>> judged = guide.judge(vendor, some);
            for (int i = 0; i < some.size(); i++) {
                known.put(some.get(i), judged.get(i));
            }
        }
    }

    private static ArticleGuide.Asked asked(TypedRow row, String article) {
        return new ArticleGuide.Asked(new Sku(article), row.answers());
    }

    private static String upper(TypedRow row) {
        return row.article().toUpperCase(Locale.ROOT);
    }

    private static boolean isKnown(@Nullable Outcome<ArticleGuide.Judged> judged) {
        return judged != null
                && !(judged instanceof Outcome.Refused<ArticleGuide.Judged> refused
                        && refused.refusal().code().equals("sku-unknown"));
    }

    /** The article that is meant, or why it cannot be had; empty when there is none. */
    private static Optional<Outcome<ArticleGuide.Judged>> found(
            Map<ArticleGuide.Asked, Outcome<ArticleGuide.Judged>> known, TypedRow row) {
        Outcome<ArticleGuide.Judged> exact = known.get(asked(row, row.article()));
        Outcome<ArticleGuide.Judged> judged = isKnown(exact) ? exact : known.get(asked(row, upper(row)));
        return isKnown(judged) ? Optional.ofNullable(judged) : Optional.empty();
    }

    private static JudgedRow judged(
            TypedRow row, Optional<Outcome<ArticleGuide.Judged>> article, PieceCounts counts, boolean defaults) {
        if (row.fault().isPresent()) {
            return JudgedRow.bad(row, row.fault().get());
        }
        if (article.isEmpty()) {
            return JudgedRow.bad(row, unknown(row));
        }
        if (article.get() instanceof Outcome.Refused<ArticleGuide.Judged> refused) {
            return JudgedRow.bad(row, Notes.of(refused.refusal()));
        }
        ArticleGuide.Judged found = article.get().orElseThrow();
        JudgedRow known = JudgedRow.of(row, found.variant());
        List<Note> notes = new ArrayList<>(row.notes());
        if (!found.variant().sku().value().equals(row.article())) {
            notes.add(Notes.readAs(found.variant().sku().value()));
        }
        Optional<BigDecimal> number = counts.read(row.quantity());
        if (number.isEmpty() || !isWhole(number.get())) {
            return known.bad(quantity(row, counts));
        }
        known = known.with(number.get().intValueExact());
        Optional<Configuration> configured = Optional.empty();
        if (found.guidance().isPresent()) {
            Guidance guidance = found.guidance().get();
            if (row.answers().isEmpty() && !defaults) {
                return known.bad(Notes.CONFIGURATION_NEEDED);
            }
            Answers given = row.answers().orElse(Answers.NONE);
            Answers kept = asked(guidance, SealedAnswers.others(guidance.model(), given));
            configured = Optional.of(new Configuration(found.variant().product(), guidance.hash(), kept));
            if (!kept.equals(given)) {
                notes.add(Notes.ANSWERS_LEFT_OUT);
            }
            if (row.answers().isEmpty()) {
                notes.add(Notes.CONFIGURATION_DEFAULTS);
            }
            if (!guidance.complete() || !guidance.misfits().isEmpty()) {
                notes.add(Notes.CONFIGURATION_INCOMPLETE);
            }
        }
        return known.good(configured, notes);
    }

    /** Without answers to questions that are not asked any more. */
    private static Answers asked(Guidance guidance, Answers answers) {
        Set<String> questions = guidance.model().questions().map(Question::code).collect(Collectors.toSet());
        Answers kept = answers;
        for (String question : answers.byQuestion().keySet()) {
            kept = questions.contains(question) ? kept : kept.without(question);
        }
        return kept;
    }

    private static Note unknown(TypedRow row) {
        if (row.article().isEmpty()) {
            return Notes.ARTICLE_MISSING;
        }
        if (RUINED.matcher(row.article()).matches()) {
            return Notes.ARTICLE_RUINED;
        }
        return Sku.isValid(row.article()) ? Notes.unknown(row.article()) : Notes.ARTICLE_INVALID;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(PriceRequest.MAX_QUANTITY)) <= 0;
    }

    private static Note quantity(TypedRow row, PieceCounts counts) {
        if (row.quantity().isEmpty()) {
            return Notes.QUANTITY_MISSING;
        }
        return counts.isAmbiguous(row.quantity()) ? Notes.QUANTITY_AMBIGUOUS : Notes.QUANTITY_INVALID;
    }
}
