package org.torg.rest.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Catalog;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Medium;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;

/** The category trees of the vendors. */
@Component(service = Resource.class)
@Path("categories")
@Produces(MediaType.APPLICATION_JSON)
public final class CategoryResource implements Resource {

    private final Catalog catalog;

    private final CatalogMedia media;
    private final MessageText texts;

    @Activate
    public CategoryResource(@Reference Catalog catalog, @Reference CatalogMedia media, @Reference MessageText texts) {
        this.catalog = catalog;
        this.media = media;
        this.texts = texts;
    }

    @GET
    public Response all(@BeanParam Asked asked) {
        Query query = asked.query();
        Optional<VendorId> vendor = query.settle(query.vendor());
        Caller caller = asked.caller();
        List<Category> categories = catalog.categories(caller, vendor);
        Map<Category, Medium> pictures = media.categoryPictures(caller, categories);
        List<CategoryJson> items = categories.stream()
                .map(category -> new CategoryJson(
                        category.vendor().value(),
                        category.path(),
                        category.name().in(caller.language()),
                        category.name().byLanguage(),
                        Optional.ofNullable(pictures.get(category))
                                .map(picture ->
                                        MediumJson.of(picture, texts.of(category.vendor(), caller.language())))))
                .toList();
        return Replies.shared(new CategoriesJson(items), true);
    }

    public record CategoriesJson(List<CategoryJson> items) {}

    /**
     * @param path codes from the root, such as {@code indoor/downlights}
     * @param name of its last part, in the caller's language
     */
    public record CategoryJson(
            String vendor, String path, String name, Map<String, String> names, Optional<MediumJson> picture) {}
}
