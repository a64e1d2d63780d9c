package org.torg.kernel.cart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Configurations;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Question;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.RecipientUse;
import org.torg.kernel.order.OrderRecipients;
import org.torg.kernel.pricing.ArticleGuide;
import org.torg.kernel.privacy.SealedAnswers;
import org.torg.kernel.upload.Attachments;
import org.torg.kernel.upload.LineFiles;

/** Judges what is put on a line of a cart, and parts what is kept sealed of it from the rest. */
@Component(service = CartLines.class)
public final class CartLines {
    private final ArticleGuide guide;
    private final RecipientUse recipients;
    private final SealedAnswers sealing;
    private final LineFiles files;

    @Activate
    public CartLines(
            @Reference ArticleGuide guide,
            @Reference RecipientUse recipients,
            @Reference SealedAnswers sealing,
            @Reference LineFiles files) {
        this.guide = guide;
        this.recipients = recipients;
        this.sealing = sealing;
        this.files = files;
    }

    /**
     * What a line is about.
     *
     * @param configuration without {@code about}
     * @param about answers about the recipient
     */
    public record Content(
            Sku sku, Optional<Configuration> configuration, Answers about, Optional<RecipientId> recipient) {

        Answers answers() {
            return configuration
                    .map(known -> SealedAnswers.merged(known.answers(), about))
                    .orElse(about);
        }

        /** The same with nothing apart, to be judged and not to be stored. */
        Content whole() {
            return new Content(
                    sku,
                    configuration.map(known -> new Configuration(known.product(), known.model(), answers())),
                    Answers.NONE,
                    recipient);
        }

        boolean isPlain() {
            return configuration.isEmpty() && recipient.isEmpty();
        }
    }

    /** Refused as {@code Carts.configureLine}. */
    Outcome<Content> judge(
            Caller caller, Cart cart, Sku sku, Optional<Answers> answers, Optional<RecipientId> recipient) {
        Optional<Refusal> tooMany = tooMany(answers);
        if (tooMany.isPresent()) {
            return Outcome.refused(tooMany.get());
        }
        return guide.judge(cart.vendor(), sku, answers)
                .flatMap(judged -> content(sku, judged, answers.orElse(Answers.NONE), recipient)
                        .flatMap(content -> recipient
                                .flatMap(whom -> obstacle(caller, cart, whom))
                                .or(() -> judged.guidance().flatMap(guidance -> files(cart, guidance, content)))
                                .<Outcome<Content>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(content))));
    }

    /** Why these files cannot be named on a line: they may be on their way still. */
    private Optional<Refusal> files(Cart cart, Guidance guidance, Content content) {
        return files.obstacle(
                place(cart),
                List.of(new LineFiles.Line("", guidance.model(), content.answers(), content.recipient())),
                LineFiles.Need.KNOWN);
    }

    static Attachments.Place place(Cart cart) {
        return new Attachments.Place(cart.account(), cart.location(), cart.vendor());
    }

    /** In the transaction that stores a new line: its files stay as long as it names them. */
    void addFiles(Tx tx, Cart cart, LineId line, Content content) {
        if (!content.answers().files().isEmpty()) {
            keepFiles(tx, cart, line, content);
        }
    }

    /** The same of one that may have named others before. */
    void keepFiles(Tx tx, Cart cart, LineId line, Content content) {
        if (content.configuration().isPresent()) {
            files.keep(tx, owner(cart, line), content.answers());
        }
    }

    void releaseFiles(Tx tx, Cart cart, LineId line) {
        boolean configured = cart.lines().stream()
                .anyMatch(known ->
                        known.id().equals(line) && known.configuration().isPresent());
        if (configured) {
            files.release(tx, owner(cart, line));
        }
    }

    private static Attachments.Owner owner(Cart cart, LineId line) {
        return new Attachments.Owner(Attachments.Kind.CART, cart.id().value(), line.value(), place(cart));
    }

    /** Several lines, each by itself as if it were alone and in the same order. One statement for all articles, one for all recipients. */
    List<CartFilling.Judged> judge(Caller caller, Cart cart, List<NewLine> asked) {
        List<Outcome<ArticleGuide.Judged>> articles = guide.judge(
                cart.vendor(),
                asked.stream()
                        .map(line -> new ArticleGuide.Asked(line.sku(), line.answers()))
                        .toList());
        Map<RecipientId, Refusal> obstacles = recipients.obstacles(
                caller,
                asked.stream().flatMap(line -> line.recipient().stream()).collect(Collectors.toSet()),
                cart.account(),
                cart.location());
        List<CartFilling.Judged> judged = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            NewLine line = asked.get(i);
            Outcome<ArticleGuide.Judged> article = articles.get(i);
            Optional<Guidance> guidance =
                    article.isDone() ? article.orElseThrow().guidance() : Optional.empty();
            Outcome<Content> content = quantity(line)
                    .or(() -> tooMany(line.answers()))
                    .<Outcome<Content>>map(Outcome::refused)
                    .orElseGet(() -> article.flatMap(
                            found -> content(line.sku(), found, line.answers().orElse(Answers.NONE), line.recipient())))
                    .flatMap(found -> line.recipient()
                            .flatMap(whom -> Optional.ofNullable(obstacles.get(whom)))
                            .or(() -> guidance.flatMap(known -> files(cart, known, found)))
                            .<Outcome<Content>>map(Outcome::refused)
                            .orElseGet(() -> Outcome.done(found)));
            judged.add(new CartFilling.Judged(line, content, guidance));
        }
        return judged;
    }

    private static Optional<Refusal> quantity(NewLine line) {
        return line.quantity() >= 1 && line.quantity() <= PriceRequest.MAX_QUANTITY
                ? Optional.empty()
                : Optional.of(CartEdit.quantityInvalid());
    }

    private static Optional<Refusal> tooMany(Optional<Answers> answers) {
        return answers.filter(given -> given.byQuestion().size() > Configurations.MAX_ANSWERS)
                .map(given -> Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "answers-too-many",
                        "There may be {0} at most.",
                        Argument.number(Configurations.MAX_ANSWERS)));
    }

    /** Why the caller may not put this recipient on a line, or take it from one. */
    Optional<Refusal> obstacle(Caller caller, Cart cart, RecipientId recipient) {
        return Optional.ofNullable(recipients
                .obstacles(caller, List.of(recipient), cart.account(), cart.location())
                .get(recipient));
    }

    private static Outcome<Content> content(
            Sku sku, ArticleGuide.Judged judged, Answers given, Optional<RecipientId> recipient) {
        if (judged.guidance().isEmpty()) {
            return Outcome.done(new Content(sku, Optional.empty(), Answers.NONE, recipient));
        }
        Guidance guidance = judged.guidance().get();
        Optional<Refusal> unknown = unknown(guidance, given);
        if (unknown.isPresent()) {
            return Outcome.refused(unknown.get());
        }
        Answers about = SealedAnswers.about(guidance.model(), given);
        if (!about.byQuestion().isEmpty() && recipient.isEmpty()) {
            return Outcome.refused(OrderRecipients.required());
        }
        return Outcome.done(new Content(
                sku,
                Optional.of(new Configuration(
                        judged.variant().product(), guidance.hash(), SealedAnswers.others(guidance.model(), given))),
                about,
                recipient));
    }

    /** Nobody knows what an answer to no question is about: it is not kept. */
    private static Optional<Refusal> unknown(Guidance guidance, Answers given) {
        Set<String> known = guidance.model().questions().map(Question::code).collect(Collectors.toSet());
        List<Refusal.Detail> details = given.byQuestion().keySet().stream()
                .filter(question -> !known.contains(question))
                .map(question -> Refusal.detail(
                        "/answers/" + question,
                        "question-unknown",
                        "There is no question {0}.",
                        Argument.text(question)))
                .toList();
        return details.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "question-unknown",
                                "Something was answered that is not asked.")
                        .with(details));
    }

    Optional<String> seal(Tx tx, Content content) {
        return content.recipient().flatMap(recipient -> sealing.seal(tx, recipient, content.about()));
    }

    /** The same of several lines; one statement for all. */
    Map<LineId, String> seal(Tx tx, Map<LineId, Content> contents) {
        Map<LineId, SealedAnswers.About> about = new HashMap<>();
        contents.forEach((line, content) -> content.recipient()
                .ifPresent(recipient -> about.put(line, new SealedAnswers.About(recipient, content.about()))));
        return sealing.sealEach(tx, about);
    }
}
