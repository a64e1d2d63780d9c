package org.torg.kernel.solver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.store.VendorStore.Content;
import org.torg.api.store.VendorStore.Content.ModelContent;
import org.torg.json.TorgJson;

/** Names models by what they say. */
public final class ModelHash {

    private ModelHash() {}

    /** SHA-256 of its JSON, in hexadecimal. */
    public static String of(ConfigurationModel model) {
        ObjectWriter canonical = TorgJson.mapper().writerFor(Content.class);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical.writeValueAsBytes(new ModelContent(model))));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a model that cannot be hashed", e);
        }
    }

    public static CompiledModel compile(ConfigurationModel model) {
        return CompiledModel.of(model, of(model));
    }
}
