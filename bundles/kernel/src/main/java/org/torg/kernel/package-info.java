/** The decisions, one package per feature. */
@NullMarked
package org.torg.kernel;

import org.jspecify.annotations.NullMarked;
