package org.example.visits;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Function;
import org.torg.api.portal.Capability;
import org.torg.api.portal.Capability.Place;
import org.torg.api.portal.CapabilityPages;
import org.torg.api.portal.CapabilityRoute;
import org.torg.api.portal.FieldValue;
import org.torg.api.portal.FormField;
import org.torg.api.portal.FormPost;
import org.torg.api.portal.FormReply;
import org.torg.api.portal.Icon;
import org.torg.api.portal.PageLink;
import org.torg.api.portal.PageModel;
import org.torg.api.portal.PagePart;
import org.torg.api.portal.PageVisit;
import org.torg.api.portal.Shown;
import org.torg.api.portal.Tone;
import org.torg.api.vendor.Texts;

/** Visits at the customer's: a capability with one page of each kind, with little and with much to show. */
@Component
public final class Visits implements CapabilityPages {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script> \"'& \u05d0\u05d1\u05d2 ";
    private static final Texts TEXTS = texts(
            "visits", "Besøk",
            "visits.book", "Bestill besøk",
            "visits.when", "Når passer det?",
            "visits.none", "Ingen besøk ennå",
            "visits.history", "Hva som har skjedd",
            "visits.days", "De neste dagene",
            "refusal.day-full", "Den dagen er full");

    @Override
    public Capability capability() {
        return new Capability(
                "visits",
                "visits",
                TEXTS,
                List.of(
                        new Capability.MenuEntry("visits", Icon.CLOCK, Place.CUSTOMER, Function.ORDER_READ, ""),
                        new Capability.MenuEntry("visits", Icon.CLOCK, Place.STAFF, Function.ORDER_READ, "")));
    }

    @Override
    public List<CapabilityRoute> routes() {
        return List.of(
                CapabilityRoute.of(Place.CUSTOMER, "", Function.ORDER_READ, visit -> shown(visit, 3, "K. H.")),
                CapabilityRoute.of(Place.CUSTOMER, "none", Function.ORDER_READ, visit -> shown(visit, 0, "")),
                CapabilityRoute.of(
                        Place.CUSTOMER,
                        "many",
                        Function.ORDER_READ,
                        visit -> shown(visit, 40, HOSTILE + "Donaudampfschifffahrtsgesellschaft".repeat(15))),
                CapabilityRoute.of(Place.CUSTOMER, "book", Function.CART_EDIT, this::form, this::book),
                CapabilityRoute.of(Place.CUSTOMER, "broken", Function.ORDER_READ, visit -> {
                    throw new IllegalStateException("a secret of the capability");
                }),
                CapabilityRoute.of(Place.CUSTOMER, "hanging", Function.ORDER_READ, visit -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Outcome.refused(Refusal.notFound("visit"));
                }),
                CapabilityRoute.of(Place.CUSTOMER, "visits/{visit}", Function.ORDER_READ, visit -> visit.parts()
                                .get("visit")
                                .equals("1")
                        ? Outcome.done(PageModel.of(Shown.text("1"), new PagePart.Note(Tone.OK, said("visits"))))
                        : Outcome.refused(Refusal.notFound("visit"))),
                CapabilityRoute.of(Place.STAFF, "", Function.ORDER_READ, visit -> shown(visit, 3, "K. H.")));
    }

    private Outcome<PageModel> shown(PageVisit visit, int many, String words) {
        List<PagePart.Row> rows = new ArrayList<>();
        List<PagePart.Happening> happenings = new ArrayList<>();
        List<PagePart.Card> cards = new ArrayList<>();
        List<PagePart.Entry> entries = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Shown.State state = new Shown.State(Tone.values()[i % 5], TEXTS.message("visits"));
            rows.add(new PagePart.Row(
                    List.of(
                            Shown.text(words),
                            new Shown.Amount(Money.of(CurrencyUnit.of("NOK"), i * 100)),
                            new Shown.Numeral(BigDecimal.valueOf(i)),
                            state,
                            new Shown.Moment(NOON)),
                    Optional.of("visits/" + i)));
            happenings.add(new PagePart.Happening(NOON, said("visits.book"), Optional.of(Shown.text(words))));
            cards.add(new PagePart.Card(
                    Shown.text(words),
                    Optional.of(state),
                    List.of(new PagePart.Fact(TEXTS.message("visits.when"), new Shown.Day(DAY))),
                    Optional.of(new PageLink(said("visits"), "visits/" + i))));
            entries.add(new PagePart.Entry(
                    DAY.plusDays(i % 5),
                    Optional.of(LocalTime.of(8 + i % 9, 30)),
                    Shown.text(words),
                    Tone.values()[i % 5],
                    Optional.of("visits/" + i)));
        }
        Message title = TEXTS.message("visits");
        Message none = TEXTS.message("visits.none");
        return Outcome.done(new PageModel(
                said("visits"),
                Optional.of(said("visits.when")),
                List.of(
                        new PagePart.Note(Tone.INFO, said("visits.none")),
                        new PagePart.Actions(List.of(new PagePart.Go(new PageLink(said("visits.book"), "book"), true))),
                        new PagePart.Facts(title, List.of(new PagePart.Fact(title, Shown.text(words)))),
                        new PagePart.Table(
                                title,
                                List.of(
                                        new PagePart.Column(title, false),
                                        new PagePart.Column(title, true),
                                        new PagePart.Column(title, true),
                                        new PagePart.Column(title, false),
                                        new PagePart.Column(TEXTS.message("visits.when"), false)),
                                rows,
                                none),
                        new PagePart.Cards(title, cards, none),
                        new PagePart.Timeline(TEXTS.message("visits.history"), happenings, none),
                        new PagePart.Calendar(TEXTS.message("visits.days"), DAY, 7, entries))));
    }

    private Outcome<PageModel> form(PageVisit visit) {
        Optional<Message> help = Optional.of(TEXTS.message("visits.when"));
        List<FormField.Option> few = List.of(
                new FormField.Option("a", Shown.text("A")), new FormField.Option("b", Shown.text(HOSTILE)));
        List<FormField.Option> more = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            more.add(new FormField.Option("o" + i, Shown.text("O" + i)));
        }
        return Outcome.done(PageModel.of(
                said("visits.book"),
                new PagePart.Form(
                        "book",
                        help,
                        List.of(
                                new FormField.Day("day", TEXTS.message("visits.when"), help, true, DAY, DAY.plusDays(9), Optional.empty()),
                                new FormField.Line("why", TEXTS.message("visits"), help, false, 200, 3, Optional.empty()),
                                new FormField.Line("who", TEXTS.message("visits"), Optional.empty(), false, 20, 1, Optional.of(HOSTILE.substring(0, 8))),
                                new FormField.Numeral("hours", TEXTS.message("visits"), help, true, BigDecimal.ONE, BigDecimal.TEN, 1, Optional.empty()),
                                new FormField.Choice("few", TEXTS.message("visits"), help, false, few, Optional.of("a")),
                                new FormField.Choice("more", TEXTS.message("visits"), help, false, more, Optional.empty()),
                                new FormField.Tick("sure", TEXTS.message("visits"), help, true, false)),
                        TEXTS.message("visits.book")),
                new PagePart.Actions(List.of(new PagePart.Deed("all", TEXTS.message("visits.days"), true)))));
    }

    private Outcome<FormReply> book(FormPost post) {
        if (post.value("hours").equals(Optional.of(new FieldValue.Numeral(BigDecimal.TEN)))) {
            return Outcome.refused(Refusal.of(Refusal.Kind.CONFLICT, "day-full", "That day is full")
                    .with(List.of(Refusal.detail("/day", "day-full", "That day is full"))));
        }
        return Outcome.done(new FormReply("visits/1"));
    }

    private static Shown said(String key) {
        return Shown.said(TEXTS.message(key));
    }

    private static Texts texts(String... keysAndWords) {
        Map<String, String> words = new TreeMap<>();
        for (int i = 0; i < keysAndWords.length; i += 2) {
            words.put(keysAndWords[i], keysAndWords[i + 1]);
        }
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (String language : List.of("nb", "sv", "da", "fi", "en")) {
            all.put(language, words);
        }
        return new Texts(all);
    }
}
