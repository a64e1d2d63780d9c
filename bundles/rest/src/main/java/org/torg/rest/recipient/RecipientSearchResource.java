package org.torg.rest.recipient;

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
import org.torg.api.account.Recipients;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Looks for recipients by name: in a body, so that no name stands in an address. Changes nothing. */
@Component(service = Resource.class)
@Path("recipient-searches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
public final class RecipientSearchResource implements Resource {

    private static final Cursor CURSOR = new Cursor("recipient-searches");

    private final Recipients recipients;
    private final MessageText texts;

    @Activate
    public RecipientSearchResource(@Reference Recipients recipients, @Reference MessageText texts) {
        this.recipients = recipients;
        this.texts = texts;
    }

    @POST
    public Response search(@BeanParam Asked asked, RecipientBody.@Nullable RecipientSearchJson body) {
        RecipientBody.RecipientSearchJson.Search search = Body.of(body).read(CURSOR);
        return Replies.ok(PageJson.of(
                recipients
                        .find(asked.withoutQuery().caller(), Optional.of(search.text()), search.page())
                        .orElseThrow(),
                CURSOR,
                one -> RecipientJson.of(one, texts.of(asked.language()))));
    }
}
