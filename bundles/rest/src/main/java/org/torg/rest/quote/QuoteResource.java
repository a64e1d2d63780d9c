package org.torg.rest.quote;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts;
import org.torg.api.account.Caller;
import org.torg.api.order.Order;
import org.torg.api.quote.Quote;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;
import org.torg.rest.order.OrderJson;

/** Quotes, from the vendor's answer to the order. */
@Component(service = Resource.class)
@Path("quotes")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class QuoteResource implements Resource {

    private static final Cursor CURSOR = new Cursor("quotes");

    private final Quotes quotes;
    private final Accounts accounts;
    private final MessageText texts;

    @Activate
    public QuoteResource(@Reference Quotes quotes, @Reference Accounts accounts, @Reference MessageText texts) {
        this.quotes = quotes;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GET
    public Response find(@BeanParam Asked asked) {
        Query query = asked.query();
        Quotes.Query wanted = new Quotes.Query(
                query.vendor(),
                query.id("account").map(AccountId::new),
                query.word("state", Quote.Status.class),
                query.flag("waiting"));
        PageRequest page = query.page(CURSOR);
        return Replies.ok(PageJson.of(
                quotes.find(asked.caller(), query.settle(wanted), page).orElseThrow(),
                CURSOR,
                QuoteJson.QuoteSummaryJson::of));
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return reply(caller, quotes.get(caller, quote(asked, id)));
    }

    @POST
    @Path("{id}/offers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(@BeanParam Asked asked, @PathParam("id") String id, QuoteBody.@Nullable NewOfferJson body) {
        Caller caller = asked.withoutQuery().caller();
        QuoteId target = quote(asked, id);
        QuoteBody.NewOfferJson.Read read = Body.of(body).read();
        return reply(
                caller,
                quotes.offer(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        read.prices(),
                        read.validUntil(),
                        read.message()));
    }

    @POST
    @Path("{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response comment(
            @BeanParam Asked asked, @PathParam("id") String id, QuoteBody.@Nullable QuoteWordsJson body) {
        Caller caller = asked.withoutQuery().caller();
        QuoteId target = quote(asked, id);
        return reply(
                caller,
                quotes.comment(caller, asked.key(), target, Body.of(body).read()));
    }

    @POST
    @Path("{id}/ask-again")
    public Response askAgain(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return reply(caller, quotes.askAgain(caller, asked.key(), quote(asked, id), asked.expectedVersion()));
    }

    @POST
    @Path("{id}/decline")
    public Response decline(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        return reply(caller, quotes.decline(caller, asked.key(), quote(asked, id), asked.expectedVersion()));
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(
            @BeanParam Asked asked, @PathParam("id") String id, QuoteBody.@Nullable QuoteWordsJson body) {
        Caller caller = asked.withoutQuery().caller();
        QuoteId target = quote(asked, id);
        return reply(
                caller,
                quotes.withdraw(
                        caller,
                        asked.key(),
                        target,
                        asked.expectedVersion(),
                        Body.of(body).read()));
    }

    /** Orders the newest offer at its prices (L19). */
    @POST
    @Path("{id}/order")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(@BeanParam Asked asked, @PathParam("id") String id, QuoteBody.@Nullable OrderQuoteJson body) {
        Caller caller = asked.withoutQuery().caller();
        QuoteId target = quote(asked, id);
        QuoteBody.OrderQuoteJson.Read read =
                Body.of(body).read(() -> accounts.current(caller).orElseThrow());
        Order order = quotes.order(caller, asked.key(), target, read.offer(), read.checkout())
                .orElseThrow();
        return Replies.created(
                "orders/" + order.id().value(),
                OrderJson.of(order, texts.of(order.vendor(), caller.language())),
                order.version());
    }

    private Response reply(Caller caller, Outcome<Quote> outcome) {
        Quote quote = outcome.orElseThrow();
        return Replies.ok(QuoteJson.of(quote, texts.of(quote.vendor(), caller.language())), quote.version());
    }

    private static QuoteId quote(Asked asked, String id) {
        return new QuoteId(asked.id("quote", id));
    }
}
