package org.torg.rest.configurator;

import java.util.Optional;
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
import org.torg.api.configurator.Configurations;
import org.torg.api.vendor.VendorId;
import org.torg.http.Wording;
import org.torg.rest.Resource;
import org.torg.rest.configurator.ConfigurationBody.GuideRequestJson;
import org.torg.rest.configurator.ConfigurationBody.OptionPricesRequestJson;
import org.torg.rest.configurator.ConfigurationBody.WhyRequestJson;
import org.torg.rest.configurator.GuidanceJson.ConflictJson;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Guides through configurations. Keeps nothing, so that it needs no key. */
@Component(service = Resource.class)
@Path("configurations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConfigurationResource implements Resource {

    private final Configurations configurations;
    private final MessageText texts;

    @Activate
    public ConfigurationResource(@Reference Configurations configurations, @Reference MessageText texts) {
        this.configurations = configurations;
        this.texts = texts;
    }

    @POST
    @Path("guide")
    public Response guide(@BeanParam Asked asked, @Nullable GuideRequestJson body) {
        ConfigurationBody.Asked about = Body.of(body).read();
        return Replies.ok(GuidanceJson.of(
                configurations
                        .guide(asked.withoutQuery().caller(), about.vendor(), about.sku(), about.answers())
                        .orElseThrow(),
                wording(asked, about.vendor())));
    }

    @POST
    @Path("why")
    public Response why(@BeanParam Asked asked, @Nullable WhyRequestJson body) {
        ConfigurationBody.Asked about = Body.of(body).read();
        return Replies.ok(ConflictJson.of(
                configurations
                        .why(
                                asked.withoutQuery().caller(),
                                about.vendor(),
                                about.sku(),
                                about.answers(),
                                about.question(),
                                about.option())
                        .orElseThrow(),
                wording(asked, about.vendor())));
    }

    @POST
    @Path("prices")
    @SignedIn
    public Response prices(@BeanParam Asked asked, @Nullable OptionPricesRequestJson body) {
        ConfigurationBody.Asked about = Body.of(body).read();
        return Replies.ok(OptionPricesJson.of(
                about.question(),
                configurations
                        .prices(
                                asked.withoutQuery().caller(),
                                about.vendor(),
                                about.sku(),
                                about.answers(),
                                about.question())
                        .orElseThrow()));
    }

    private Wording wording(Asked asked, Optional<VendorId> vendor) {
        return vendor.map(known -> texts.of(known, asked.language())).orElseGet(() -> texts.of(asked.language()));
    }
}
