<?php
// Just enough of WordPress to run the plugin as a site does: the page is a post with the shortcode given on the command line,
// in a form that PHP reads (JSON), and the service's address.

define('ABSPATH', __DIR__);
define('JOINERY_SERVICE', $argv[1]);

$shortcodes = [];
$scripts = [];

function add_shortcode($name, $run) { global $shortcodes; $shortcodes[$name] = $run; }
function shortcode_atts($known, $given) { return array_merge($known, array_intersect_key((array) $given, $known)); }
function untrailingslashit($text) { return rtrim($text, '/\\'); }
function sanitize_key($text) { return preg_replace('/[^a-z0-9_\-]/', '', strtolower($text)); }
function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES, 'UTF-8'); }
function esc_url($text) { return preg_match('#^https?://#', $text) === 1 ? htmlspecialchars($text, ENT_QUOTES, 'UTF-8') : ''; }
function esc_html__($text) { return htmlspecialchars($text, ENT_QUOTES, 'UTF-8'); }
function wp_enqueue_script($name, $src) { global $scripts; $scripts[$name] = $src; }

require __DIR__ . '/../examples/wordpress/joinery/joinery.php';

$content = $shortcodes['joinery'](json_decode($argv[2], true));
echo "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A post</title><h1>A post</h1>$content";
foreach ($scripts as $src) {
    echo '<script defer src="' . esc_url($src) . '"></script>';
}
echo "</html>\n";
