package org.torg.portal.order;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Question;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.VatAmount;
import org.torg.api.vendor.Terms;
import org.torg.portal.look.Reader;
import org.torg.portal.template.order.JteconfirmationGenerated;

/** A configured article for a patient and so many lamps, as they are confirmed. */
final class Papers {

    static final String HOSTILE = "<script>alert(1)</script> \"'& \u0001 ]]> \u05d0\u05d1 \ud83d\ude00";
    static final String INSTRUCTION = "Pack the models and enclose this print.";

    /** Late in the evening in Oslo, and the next day in Helsinki. */
    static final Instant PLACED = Instant.parse("2026-11-22T22:30:00Z");

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final Address ADDRESS = new Address(
            "Solsiden Tannklinikk AS " + HOSTILE,
            Optional.of("Hanne"),
            "Storgata 12",
            Optional.empty(),
            "9008",
            "Tromsø",
            "NO");
    private static final LineId FIRST = new LineId("1");
    private static final Question READY = new Question.Choice(
            new Question.About(
                    "ready",
                    Message.of("q", "Ready"),
                    Optional.of(Message.of("help", INSTRUCTION)),
                    Condition.ALWAYS,
                    true),
            List.of(new Question.Option("yes", Message.of("yes", "Yes"))),
            false,
            List.of());
    private static final Question COLOUR = new Question.Choice(
            new Question.About(
                    "colour",
                    Message.of("c", "Colour"),
                    Optional.of(Message.of("chelp", "Choose one.")),
                    Condition.ALWAYS,
                    true),
            List.of(
                    new Question.Option("clear", Message.of("clear", "Clear")),
                    new Question.Option("blue", Message.of("blue", "Blue"))),
            false,
            List.of());

    private Papers() {}

    static Confirmation confirmation(String language, int lines, Answers answers) {
        Configuration configured = new Configuration("splint", "hash", answers);
        Order order = order(lines)
                .with(List.of(new Order.LineDetail(
                        FIRST, new Sku("SPLINT"), 1, Optional.of(configured), Optional.empty(), List.of())));
        ConfigurationModel model = new ConfigurationModel(
                "splint",
                List.of(new ConfigurationModel.Stage(
                        "device",
                        Message.of("stage", "Device"),
                        ConfigurationModel.Subject.RECIPIENT,
                        List.of(READY, COLOUR))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Reader reader = new Reader(Locale.forLanguageTag(language), ZoneId.of("Europe/Oslo"), new OneStall());
        PlacedOrder placed = new PlacedOrder(
                order,
                List.of(),
                List.of(),
                List.of(),
                List.of(model),
                Map.of(),
                Optional.of(new Terms(
                        50,
                        true,
                        24,
                        Terms.Amendment.NOBODY,
                        new Terms.Invoicing(
                                Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 30))),
                AnswerSheet.byLine(order, List.of(model), reader),
                Map.of(FIRST, "Kari " + HOSTILE));
        return new Confirmation(placed, reader);
    }

    static Answers answers() {
        return Answers.NONE
                .with("ready", new Answer.Chosen(List.of("yes")))
                .with("colour", new Answer.Chosen(List.of("clear")));
    }

    static String html(Confirmation confirmation) {
        StringOutput out = new StringOutput();
        JteconfirmationGenerated.render(new OwaspHtmlTemplateOutput(out), null, confirmation);
        return out.toString();
    }

    private static Order order(int lines) {
        return new Order(
                new OrderId("order"),
                "L100001",
                OneStall.ID,
                new AccountId("account"),
                Optional.empty(),
                new UserId("user"),
                Optional.empty(),
                "PORTAL",
                OrderStatus.PLACED,
                "placed",
                1,
                3,
                PLACED,
                PLACED,
                IntStream.rangeClosed(1, lines).mapToObj(Papers::line).toList(),
                price(),
                Order.AgreedBy.CURRENT_PRICES,
                new Order.Snapshot(
                        "20418",
                        Optional.of("313416720"),
                        ADDRESS,
                        new DeliveryChoice(
                                ADDRESS,
                                Destination.Kind.BUSINESS,
                                Optional.empty(),
                                new DeliveryChoice.Timing.Requested(
                                        LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4))),
                        new Contact("post@klinikk.example", Optional.of("+4777000000")),
                        Optional.of("PO " + HOSTILE),
                        PaymentMethod.INVOICE,
                        Optional.of(HOSTILE + "x".repeat(500)),
                        List.of(),
                        "nb"),
                "terms",
                "texts");
    }

    private static OrderLine line(int position) {
        return new OrderLine(
                new LineId(Integer.toString(position)),
                position,
                new Sku("LAMP-" + position),
                LocalizedText.of(
                        "en",
                        position == 2
                                ? "Innfeltdownlightmedetnavnsomaldritarslutt".repeat(6)
                                : "Tjern recessed downlight 6 W, white, 2700 K, no. " + position),
                position,
                position == 3 ? 1 : 0,
                0,
                BigMoney.of(NOK, new BigDecimal("12345.00")),
                Money.of(NOK, new BigDecimal("12345.00")),
                Money.of(NOK, new BigDecimal("11110.50")),
                "standard",
                StockPolicy.UNTRACKED,
                BigDecimal.ONE,
                position % 7 == 0,
                Optional.of(LocalDate.of(2026, 11, 30)));
    }

    private static PricedCart price() {
        return new PricedCart(
                OneStall.ID,
                new AccountId("account"),
                1,
                LocalDate.of(2026, 11, 23),
                new Destination("NO", "9008", Destination.Kind.BUSINESS),
                NOK,
                List.of(),
                List.of(),
                List.of(
                        new VatAmount("standard", new BigDecimal("25"), Money.of(NOK, 1000), Money.of(NOK, 250)),
                        new VatAmount("food", new BigDecimal("15"), Money.of(NOK, 100), Money.of(NOK, 15))),
                Money.of(NOK, 1100),
                Money.of(NOK, 265),
                Money.of(NOK, 1365),
                Optional.empty(),
                List.of(),
                List.of(),
                "hash",
                PLACED,
                PLACED);
    }
}
