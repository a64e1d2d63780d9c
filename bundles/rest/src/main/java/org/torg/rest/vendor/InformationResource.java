package org.torg.rest.vendor;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.vendor.Information.Topic;
import org.torg.api.vendor.InformationPages;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Replies;
import org.torg.rest.http.Words;

/** What vendors tell their customers, for everybody; amounts only for who sees prices. */
@Component(service = Resource.class)
@Path("vendors/{id}/information")
@Produces(MediaType.APPLICATION_JSON)
public final class InformationResource implements Resource {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final InformationPages pages;
    private final MessageText texts;

    @Activate
    public InformationResource(@Reference InformationPages pages, @Reference MessageText texts) {
        this.pages = pages;
        this.texts = texts;
    }

    @GET
    @Path("{topic}")
    public Response page(@BeanParam Asked asked, @PathParam("id") String id, @PathParam("topic") String topic) {
        Caller caller = asked.withoutQuery().caller();
        InformationPages.Page page =
                pages.page(caller, vendor(id), topic(topic)).orElseThrow();
        return Replies.shared(
                InformationJson.of(page, texts.of(page.vendor().id(), caller.language())), caller.isStranger());
    }

    private static VendorId vendor(String id) {
        if (!ID.matcher(id).matches()) {
            throw new RefusedException(Refusal.notFound("vendor"));
        }
        return new VendorId(id);
    }

    private static Topic topic(String word) {
        Optional<Topic> topic = Arrays.stream(Topic.values())
                .filter(known -> Words.of(known).equals(word))
                .findFirst();
        return topic.orElseThrow(() -> new RefusedException(Refusal.notFound("topic")));
    }
}
