package org.torg.rest.upload;

import java.util.Optional;

/** @param label without one, it has none any more */
public record LabelJson(Optional<String> label) {

    @Override
    public String toString() {
        return "LabelJson";
    }
}
