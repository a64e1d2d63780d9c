/** Orders by article number: reads rows however they come, says of each what became of it, and adds the good ones. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.quickorder;
