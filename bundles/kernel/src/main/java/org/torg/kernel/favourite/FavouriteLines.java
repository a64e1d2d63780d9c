package org.torg.kernel.favourite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourites;
import org.torg.api.favourite.Favourites.NewLine;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.cart.KeptAnswers;
import org.torg.kernel.pricing.ArticleGuide;

/** Judges what is saved, and keeps of it what is about the thing. One statement for all lines. */
@Component(service = FavouriteLines.class)
public final class FavouriteLines {
    private final ArticleGuide guide;

    @Activate
    public FavouriteLines(@Reference ArticleGuide guide) {
        this.guide = guide;
    }

    /** What becomes of answers to questions that are not asked. */
    enum Unasked {
        REFUSED,
        /** Something of earlier, of which nobody knows any more what it is about. */
        LEFT_OUT
    }

    /** All or none; details of a refusal are pointers into the lines. Vendor code is called: not to be used inside a transaction. */
    Outcome<List<Favourite.Line>> judge(VendorId vendor, List<NewLine> lines, Unasked unasked) {
        if (lines.isEmpty()) {
            return Outcome.refused(refusal("lines-missing", "/lines", "There must be a line at least."));
        }
        if (lines.size() > Favourites.MAX_LINES) {
            return Outcome.refused(refusal(
                    "lines-too-many",
                    "/lines",
                    "There are more than {0} lines.",
                    Argument.number(Favourites.MAX_LINES)));
        }
        List<Outcome<ArticleGuide.Judged>> articles = guide.judge(
                vendor,
                lines.stream()
                        .map(line -> new ArticleGuide.Asked(line.sku(), line.answers()))
                        .toList());
        List<Favourite.Line> judged = new ArrayList<>();
        List<Refusal> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Outcome<Favourite.Line> line =
                    line(new LineId(Integer.toString(i + 1)), lines.get(i), articles.get(i), unasked);
            if (line instanceof Outcome.Refused<Favourite.Line> refused) {
                faults.add(pointed("/lines/" + i, refused.refusal()));
            } else {
                judged.add(line.orElseThrow());
            }
        }
        return faults.isEmpty()
                ? Outcome.done(judged)
                : Outcome.refused(faults.get(0)
                        .with(faults.stream()
                                .flatMap(fault -> fault.details().stream())
                                .toList()));
    }

    private static Outcome<Favourite.Line> line(
            LineId id, NewLine line, Outcome<ArticleGuide.Judged> article, Unasked unasked) {
        return quantity(line.quantity())
                .or(() -> tooMany(line.answers()))
                .<Outcome<Favourite.Line>>map(Outcome::refused)
                .orElseGet(() -> article.flatMap(found -> found.guidance()
                                .map(today -> configuration(
                                                found, today, line.answers().orElse(Answers.NONE), unasked)
                                        .map(Optional::of))
                                .orElseGet(() -> Outcome.done(Optional.empty())))
                        .map(configuration -> new Favourite.Line(id, line.sku(), line.quantity(), configuration)));
    }

    private static Outcome<Configuration> configuration(
            ArticleGuide.Judged article, Guidance today, Answers given, Unasked unasked) {
        Set<String> asked = today.model().questions().map(Question::code).collect(Collectors.toSet());
        Optional<String> unknown = given.byQuestion().keySet().stream()
                .filter(question -> !asked.contains(question))
                .findFirst();
        return unknown.isPresent() && unasked == Unasked.REFUSED
                ? Outcome.refused(refusal(
                        "question-unknown",
                        "/answers/" + unknown.get(),
                        "There is no question {0}.",
                        Argument.text(unknown.get())))
                : Outcome.done(new Configuration(
                        article.variant().product(), today.hash(), KeptAnswers.of(today.model(), given)));
    }

    private static Optional<Refusal> tooMany(Optional<Answers> answers) {
        return answers.filter(given -> given.byQuestion().size() > Configurations.MAX_ANSWERS)
                .map(given -> refusal(
                        "answers-too-many",
                        "/answers",
                        "There may be {0} at most.",
                        Argument.number(Configurations.MAX_ANSWERS)));
    }

    static Optional<Refusal> quantity(int quantity) {
        return quantity >= 1 && quantity <= PriceRequest.MAX_QUANTITY
                ? Optional.empty()
                : Optional.of(refusal(
                        "quantity-invalid",
                        "/quantity",
                        "A quantity is 1 to {0}.",
                        Argument.number(PriceRequest.MAX_QUANTITY)));
    }

    /** With details that point into the line's place. */
    private static Refusal pointed(String place, Refusal refusal) {
        return refusal.with(
                refusal.details().isEmpty()
                        ? List.of(new Refusal.Detail(place, refusal.code(), refusal.message()))
                        : refusal.details().stream()
                                .map(detail ->
                                        new Refusal.Detail(place + detail.field(), detail.code(), detail.message()))
                                .toList());
    }

    private static Refusal refusal(String code, String pointer, String why, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, why, arguments)
                .with(List.of(Refusal.detail(pointer, code, why, arguments)));
    }
}
