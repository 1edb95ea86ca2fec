<?php
/**
 * Plugin Name: Joinery
 * Description: Shows the check of a business relationship: [joinery] or [joinery rules="iso-44003" scope="starter" lang="de" accent="#7a1f3d"]
 * Version: 1.0.0
 * Requires PHP: 7.4
 * License: Apache-2.0
 */

if (!defined('ABSPATH')) {
    exit;
}

/** The address of the service; set it in wp-config.php: define('JOINERY_SERVICE', 'https://joinery.example.org'); */
if (!defined('JOINERY_SERVICE')) {
    define('JOINERY_SERVICE', 'http://127.0.0.1:4400');
}

/** Prints the element, with a link inside for when no script runs. Whatever an author writes is text here. */
function joinery_shortcode($given)
{
    $wish = shortcode_atts(
        ['rules' => 'iso-44003', 'scope' => '', 'lang' => '', 'key' => '', 'accent' => ''],
        $given,
        'joinery'
    );
    $service = untrailingslashit(JOINERY_SERVICE);
    $rules = sanitize_key($wish['rules']);
    $isKey = preg_match('/^pk_[0-9A-Za-z]{60,80}$/', $wish['key']) === 1;
    $frame = $service . '/embed/' . ($isKey ? $wish['key'] : $rules);
    $attributes = [
        'rules' => $service . '/rules/' . $rules . '.json',
        'scope' => sanitize_key($wish['scope']),
        'lang' => sanitize_key($wish['lang']),
        'data-frame' => $frame,
    ];
    if ($isKey) {
        $attributes['api'] = $service;
        $attributes['key'] = $wish['key'];
    }
    if (preg_match('/^#[0-9a-fA-F]{6}$/', $wish['accent']) === 1) {
        $attributes['style'] = '--joinery-accent: ' . $wish['accent'];
    }
    wp_enqueue_script('joinery', $service . '/widgets/loader.js', [], null, ['strategy' => 'defer']);
    $html = '<joinery-assessment';
    foreach (array_filter($attributes) as $name => $value) {
        $html .= ' ' . $name . '="' . esc_attr($value) . '"';
    }
    return $html . '><a href="' . esc_url($frame) . '">' . esc_html__('Open the check', 'joinery') . '</a></joinery-assessment>';
}

add_shortcode('joinery', 'joinery_shortcode');
