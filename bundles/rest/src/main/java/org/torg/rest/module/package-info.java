/** Module sets: what a vendor is made of, and how that is changed while orders come in. */
@NullMarked
package org.torg.rest.module;

import org.jspecify.annotations.NullMarked;
