package org.torg.kernel.quote;

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
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quote.ProjectList.Line;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.pricing.ArticleGuide;
import org.torg.kernel.privacy.SealedAnswers;

/**
 * Sees that what goes on a list exists and is about nobody, and says of each line what is wrong with it. One statement. Vendor
 * code is called: not to be used inside a transaction.
 */
@Component(service = ListLines.class)
public final class ListLines {

    private final ArticleGuide guide;

    @Activate
    public ListLines(@Reference ArticleGuide guide) {
        this.guide = guide;
    }

    /** The lines without ids of their own yet. */
    Outcome<List<Line>> judge(VendorId vendor, List<NewLine> lines) {
        List<Outcome<ArticleGuide.Judged>> articles = guide.judge(
                vendor,
                lines.stream()
                        .map(line -> new ArticleGuide.Asked(line.sku(), line.answers()))
                        .toList());
        List<Refusal> faults = new ArrayList<>();
        List<Line> judged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            judge(lines.get(i), articles.get(i), "/lines/" + i, faults).ifPresent(judged::add);
        }
        return faults.isEmpty()
                ? Outcome.done(judged)
                : Outcome.refused(faults.get(0)
                        .with(faults.stream()
                                .flatMap(fault -> fault.details().stream())
                                .toList()));
    }

    /** Other answers of an article that is on a list. */
    Outcome<Optional<Configuration>> judge(VendorId vendor, Sku sku, Answers answers) {
        Outcome<List<Line>> judged =
                judge(vendor, List.of(new NewLine(sku, 1, Optional.of(answers), Optional.empty())));
        return judged instanceof Outcome.Refused<List<Line>> refused
                ? Outcome.refused(refused.refusal()
                        .with(refused.refusal().details().stream()
                                .map(detail -> new Refusal.Detail(
                                        detail.field().replaceFirst("^/lines/0", ""), detail.code(), detail.message()))
                                .toList()))
                : judged.map(lines -> lines.get(0).configuration());
    }

    private static Optional<Line> judge(
            NewLine line, Outcome<ArticleGuide.Judged> article, String pointer, List<Refusal> faults) {
        if (article instanceof Outcome.Refused<ArticleGuide.Judged> refused) {
            faults.add(pointed(refused.refusal(), pointer));
            return Optional.empty();
        }
        ArticleGuide.Judged known = article.orElseThrow();
        Optional<Refusal> fault = quantity(line.quantity(), pointer + "/quantity")
                .or(() -> line.note().flatMap(note -> Words.note(note, pointer + "/note")))
                .or(() -> known.guidance()
                        .flatMap(guidance ->
                                answers(guidance, line.answers().orElse(Answers.NONE), pointer + "/answers")));
        if (fault.isPresent()) {
            faults.add(fault.get());
            return Optional.empty();
        }
        return Optional.of(new Line(
                new LineId("new"),
                line.sku(),
                line.quantity(),
                known.guidance().map(guidance -> configuration(known, line.answers())),
                line.note()));
    }

    /** Keeps what is said of the article under the member of the line that says it. */
    private static Refusal pointed(Refusal refusal, String pointer) {
        boolean unknown = refusal.code().equals("sku-unknown");
        String at = pointer + (unknown ? "/sku" : "/answers");
        List<Refusal.Detail> details = refusal.details().stream()
                .map(detail -> new Refusal.Detail(pointer + detail.field(), detail.code(), detail.message()))
                .toList();
        return refusal.with(
                details.isEmpty() ? List.of(new Refusal.Detail(at, refusal.code(), refusal.message())) : details);
    }

    /** Why these answers are not kept on a list: it is the account's, and nothing on it is about anybody (D15, D16). */
    private static Optional<Refusal> answers(Guidance guidance, Answers given, String pointer) {
        if (given.byQuestion().size() > Configurations.MAX_ANSWERS) {
            return Optional.of(refusal(
                    "answers-too-many",
                    pointer,
                    "There may be {0} at most.",
                    Argument.number(Configurations.MAX_ANSWERS)));
        }
        Set<String> known = guidance.model().questions().map(Question::code).collect(Collectors.toSet());
        Answers about = SealedAnswers.about(guidance.model(), given);
        List<Refusal> faults = new ArrayList<>();
        given.byQuestion().forEach((question, answer) -> {
            String at = pointer + "/" + question;
            if (!known.contains(question)) {
                faults.add(refusal("question-unknown", at, "There is no question {0}.", Argument.text(question)));
            } else if (about.to(question).isPresent()) {
                faults.add(refusal(
                        "answer-about-recipient",
                        at,
                        "A project list holds nothing about a recipient. Answer this in the cart."));
            } else if (answer instanceof Answer.Uploaded) {
                faults.add(refusal("answer-with-file", at, "A project list holds no files. Add them in the cart."));
            }
        });
        return faults.stream()
                .findFirst()
                .map(first -> first.with(faults.stream()
                        .flatMap(fault -> fault.details().stream())
                        .toList()));
    }

    private static Configuration configuration(ArticleGuide.Judged article, Optional<Answers> answers) {
        return new Configuration(
                article.variant().product(), article.guidance().orElseThrow().hash(), answers.orElse(Answers.NONE));
    }

    static Optional<Refusal> quantity(int quantity, String pointer) {
        return quantity >= 1 && quantity <= PriceRequest.MAX_QUANTITY
                ? Optional.empty()
                : Optional.of(refusal(
                        "quantity-invalid",
                        pointer,
                        "A quantity is 1 to {0}.",
                        Argument.number(PriceRequest.MAX_QUANTITY)));
    }

    private static Refusal refusal(String code, String pointer, String why, Argument... arguments) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, why, arguments)
                .with(List.of(Refusal.detail(pointer, code, why, arguments)));
    }
}
