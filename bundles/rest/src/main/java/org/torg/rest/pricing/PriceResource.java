package org.torg.rest.pricing;

import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.pricing.Prices;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Prices without a cart. Changes nothing, so that it needs no key. */
@Component(service = Resource.class)
@Path("prices")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class PriceResource implements Resource {

    private final Prices prices;
    private final MessageText texts;

    @Activate
    public PriceResource(@Reference Prices prices, @Reference MessageText texts) {
        this.prices = prices;
        this.texts = texts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response price(@BeanParam Asked asked, @Nullable PriceRequestJson body) {
        Caller caller = asked.withoutQuery().caller();
        Prices.Quotation quotation = prices.price(caller, Body.of(body).read()).orElseThrow();
        return Replies.ok(
                QuotationJson.of(quotation, texts.of(quotation.priced().vendor(), caller.language())));
    }
}
