package org.torg.rest.account;

import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.torg.api.account.ApiTokens;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** The tokens of the caller's own programs. */
@Component(service = Resource.class)
@Path("api-tokens")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ApiTokenResource implements Resource {

    private static final String PATH = "api-tokens";

    private final ApiTokens tokens;

    @Activate
    public ApiTokenResource(@Reference ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    public Response list(@BeanParam Asked asked) {
        return Replies.ok(new ApiTokensJson(tokens.list(asked.withoutQuery().caller()).orElseThrow().stream()
                .map(ApiTokenJson::of)
                .toList()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@BeanParam Asked asked, @Nullable NewApiTokenJson body) {
        ApiTokens.NewToken token = Body.of(body).read();
        ApiTokens.Created created =
                tokens.create(asked.withoutQuery().caller(), token).orElseThrow();
        return Replies.created(PATH, new CreatedApiTokenJson(ApiTokenJson.of(created.token()), created.secret()));
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@BeanParam Asked asked, @PathParam("id") String id) {
        String token = asked.withoutQuery().id("token", id);
        return Replies.ok(ApiTokenJson.of(tokens.revoke(asked.caller(), token).orElseThrow()));
    }

    /** All of one person. */
    public record ApiTokensJson(List<ApiTokenJson> items) {
        public ApiTokensJson {
            items = List.copyOf(items);
        }
    }

    /** A token with its secret, told this once. */
    public record CreatedApiTokenJson(ApiTokenJson apiToken, String token) {
        @Override
        public String toString() {
            return "CreatedApiTokenJson";
        }
    }
}
