package org.torg.connectors.clamav;

import java.lang.annotation.Annotation;

/** As the configuration would say it. */
record Settings(String host, int port, int max_megabytes, int connect_timeout, int timeout)
        implements ClamavConfiguration {

    static Settings of(int port) {
        return new Settings("127.0.0.1", port, 0, 5, 1);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return ClamavConfiguration.class;
    }
}
