package org.torg.api.portal;

/**
 * It is done; the browser is led on, so that reloading repeats nothing.
 *
 * @param path within the capability, as {@link PageLink#path}
 */
public record FormReply(String path) {

    public FormReply {
        PageLink.check(path);
    }
}
