/** The demo data; absent from a production tenant. */
@NullMarked
package org.torg.demo;

import org.jspecify.annotations.NullMarked;
